/** One of the things that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Beside the label; asked for only when it is shown. */
  readonly note?: () => string;
}
