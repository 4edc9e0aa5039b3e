import { Decimal as Base } from 'decimal.js';

/** Amounts of money while they are computed: 40 significant digits, so that rounding happens once, when they are told. */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP });
export type Decimal = Base;
