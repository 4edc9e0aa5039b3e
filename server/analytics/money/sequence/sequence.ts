/** Items that are worked on one after the other, in their present order. An item is named by its place in it. */
export interface Sequence {
  /** What a unit of time without each item costs. */
  readonly rate: Float64Array;
  /** How long each takes, in that unit of time. More than 0. */
  readonly duration: Float64Array;
}
