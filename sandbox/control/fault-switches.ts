import { ZodError, z } from 'zod';
import type { FaultPlan, FaultPlanInput } from '../faults/fault-plan.ts';
import { type ControlCall, readControlBody } from './control-call.ts';
import { ControlError } from './control-error.ts';

const anyObject = z.record(z.string(), z.unknown());

/** GET /sandbox/faults */
export function showFaults(call: ControlCall): FaultPlan {
  return call.faults.plan;
}

/** PUT /sandbox/faults: all switches at once; what is absent is off. */
export function setFaults(call: ControlCall): FaultPlan {
  return checked(call, (plan) => call.faults.set(plan));
}

/** PATCH /sandbox/faults: these switches, keeping all others. */
export function changeFaults(call: ControlCall): FaultPlan {
  return checked(call, (part) => call.faults.change(part));
}

/** DELETE /sandbox/faults */
export function clearFaults(call: ControlCall): FaultPlan {
  call.faults.clear();
  return call.faults.plan;
}

/** The plan checks itself when it is set. */
function checked(call: ControlCall, use: (plan: FaultPlanInput) => void): FaultPlan {
  try {
    use(readControlBody(call, anyObject) as FaultPlanInput);
    return call.faults.plan;
  } catch (error) {
    if (error instanceof ZodError) throw new ControlError(400, z.prettifyError(error));
    throw error;
  }
}
