import type { AccessControl } from '../../types/access-control.ts';
import { type Subject, subjectOf } from '../security/subject.ts';
import type { RunSettings } from './run-settings.ts';
import { ALL_WRITTEN, type Written } from './written-parameters.ts';

/** What a run has to know of access. */
export interface RunAccess {
  readonly control: AccessControl;
  /** The user as they were when the outermost run started. */
  readonly subject: Subject | undefined;
  readonly written: Written;
  /** Whether the run is inside of a node whose output is masked: then nothing of it may be told. */
  readonly isConcealed: boolean;
  /** On the run of a loop: the id of the node that loops, which its items are held to the rules as. */
  readonly loopNode: string | undefined;
}

/** The access of a run that is started from outside; `undefined` where everyone may do everything. */
export const accessOf = ({ accessControl, userContext }: RunSettings): RunAccess | undefined =>
  accessControl === undefined
    ? undefined
    : {
        control: accessControl,
        subject: userContext === undefined ? undefined : subjectOf(userContext, accessControl),
        written: ALL_WRITTEN,
        isConcealed: false,
        loopNode: undefined,
      };
