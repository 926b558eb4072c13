/** What a run says of itself in its entries. */
export interface AuditedRun {
  readonly workflow: string;
  readonly userId: string | undefined;
}
