/** What time in status can be split by. */
export const timeInStatusGroups = ['STATUS', 'STAGE', 'TYPE', 'TEAM'] as const;
export type TimeInStatusGroup = (typeof timeInStatusGroups)[number];

/** How a row is told. */
export interface PlaceName {
  /** Native id of the status, stage or team; for what is none of these a text of its own. */
  readonly id: string;
  readonly isNode: boolean;
  readonly name: string;
}

/** The places in which an issue can be, one after the other: each that something happened in becomes a row. */
export interface TimePlaces {
  /** Places are numbers from 0 to here. */
  readonly count: number;
  /** Where an issue is during a segment of its life; −1 where it is in none, as DONE is when it has no row. */
  placeOf(segment: number, row: number): number;
  /** DONE places have visits, but no time. */
  isDone(place: number): boolean;
  nameOf(place: number): PlaceName;
}
