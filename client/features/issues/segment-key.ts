interface PlacedSegment {
  readonly from: string;
  readonly to?: string | null;
  readonly statusNameThen: string;
  readonly kind: string;
}

/** Segments have no id; when they begin, end and what they are tells them apart. */
export const segmentKey = (segment: PlacedSegment): string =>
  `${segment.from}/${segment.to ?? 'open'}/${segment.statusNameThen}/${segment.kind}`;
