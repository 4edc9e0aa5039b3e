/**
 * Seconds of Monday to Friday, 09:00 to 17:00 UTC, from the epoch to an instant, by arithmetic alone: 1970-01-01 was a
 * Thursday, so that three days before it a week began. The same as an expression of SQL and of MongoDB.
 */
export const workingMacro = `CREATE MACRO working(t) AS (
  ((t // 86400 + 3) // 7) * 144000
  + least((t // 86400 + 3) % 7, 5) * 28800
  + CASE WHEN (t // 86400 + 3) % 7 < 5 THEN greatest(0, least(t % 86400, 61200) - 32400) ELSE 0 END
)`;

/** The same for `at`, an expression of Unix seconds that may be a field or a variable. */
export function workingExpression(at: unknown): object {
  const day = { $add: [{ $floor: { $divide: ['$$at', 86_400] } }, 3] };
  const weekday = { $mod: [day, 7] };
  const today = { $max: [0, { $subtract: [{ $min: [{ $mod: ['$$at', 86_400] }, 61_200] }, 32_400] }] };
  return {
    $let: {
      vars: { at },
      in: {
        $add: [
          { $multiply: [{ $floor: { $divide: [day, 7] } }, 144_000] },
          { $multiply: [{ $min: [weekday, 5] }, 28_800] },
          { $cond: [{ $lt: [weekday, 5] }, today, 0] },
        ],
      },
    },
  };
}
