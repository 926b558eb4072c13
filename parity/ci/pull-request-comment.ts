import { slugOf } from '../init-repository.ts';
import type { Step } from './workflow-steps.ts';

/** What stands, unseen, in the comment, so that the next run finds it and changes it instead of adding one. */
const markerOf = (folder: string): string =>
  `<!-- lockstep-parity${folder === '' ? '' : ` ${slugOf(folder)}`} -->`;

/** A step that shows a file as the one comment of Lockstep on a pull request; a fork's token may not, and has the summary alone. */
export const commentOnce = (file: string, folder: string): Step => [
  `- if: always() && github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository`,
  '  env:',
  `    GH_TOKEN: \${{ github.token }}`,
  `    ISSUE: repos/\${{ github.repository }}/issues/\${{ github.event.pull_request.number }}`,
  `    REPOSITORY: repos/\${{ github.repository }}`,
  '  run: |',
  `    { echo '${markerOf(folder)}'; cat ${file}; } > comment.md`,
  `    id=$(gh api --paginate "$ISSUE/comments" --jq '.[] | select(.body | startswith("${markerOf(folder)}")) | .id' | head -n 1)`,
  '    if [ -n "$id" ]; then',
  '      gh api --method PATCH "$REPOSITORY/issues/comments/$id" --field body=@comment.md --silent',
  '    else',
  '      gh api --method POST "$ISSUE/comments" --field body=@comment.md --silent',
  '    fi',
];
