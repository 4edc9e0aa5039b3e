import type { Clock, Scope } from '../../domain/question.ts';
import { done, type Outcome } from '../../domain/user-error.ts';
import type { Clocks } from '../clocks/clocks-of.ts';
import type { LocalTime } from '../clocks/local-time.ts';
import type { TimeClock } from '../clocks/time-clock.ts';
import { type LocalWindow, previousWindow, type WindowRequest, windowOf } from '../clocks/window-of.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { rowsInScope } from '../flow-view/rows-in-scope.ts';

/** What a metric answers: which items, which days, which clock. */
export interface Question {
  readonly view: FlowView;
  readonly scope: Scope;
  /** Rows in scope, ascending. */
  readonly rows: Uint32Array;
  readonly window: LocalWindow;
  /** The same number of local days just before. */
  readonly previous: LocalWindow;
  readonly clock: TimeClock;
  readonly local: LocalTime;
}

export interface QuestionRequest {
  readonly scope: Scope;
  readonly window: WindowRequest | null;
  readonly clock: Clock;
}

/** Makes a question of what was asked; INVALID when the window is none. */
export function questionOf(view: FlowView, clocks: Clocks, request: QuestionRequest): Outcome<Question> {
  const { local } = clocks;
  const window = windowOf(request.window, view.asOf, local);
  if (!window.ok) return window;
  return done({
    view,
    scope: request.scope,
    rows: rowsInScope(view, request.scope),
    window: window.value,
    previous: previousWindow(window.value, local),
    clock: clocks.of[request.clock],
    local,
  });
}
