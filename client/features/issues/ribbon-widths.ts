interface Piece {
  readonly seconds: number;
  readonly done: boolean;
}

/** No piece is drawn narrower than this share, so that short stays can still be seen and hit. */
const smallestShare = 0.006;

/**
 * The share of the ribbon of each piece, adding up to 1. Time after completion tells nothing about the work, so it gets
 * at most a tenth.
 */
export function ribbonWidths(pieces: readonly Piece[]): readonly number[] {
  const working = pieces.reduce((sum, piece) => sum + (piece.done ? 0 : piece.seconds), 0);
  const after = pieces.reduce((sum, piece) => sum + (piece.done ? piece.seconds : 0), 0);
  const squeeze = working > 0 && after > working / 9 ? working / 9 / after : 1;
  const whole = working + after * squeeze;
  if (whole === 0) return pieces.map(() => 1 / pieces.length);
  const raw = pieces.map((piece) => Math.max((piece.seconds * (piece.done ? squeeze : 1)) / whole, smallestShare));
  const sum = raw.reduce((total, share) => total + share, 0);
  return raw.map((share) => share / sum);
}
