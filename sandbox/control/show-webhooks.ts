import type { DeliveryEntry } from '../webhooks/delivery-log.ts';
import type { Registration } from '../webhooks/registration-file.ts';
import type { ControlCall } from './control-call.ts';

type OpenRegistration = Omit<Registration, 'url'> & { readonly origin: string };

/** GET /sandbox/webhooks: what is registered, and the last thousand attempts. Paths of addresses may be secrets: not shown. */
export function showWebhooks({ webhooks }: ControlCall): {
  registrations: readonly OpenRegistration[];
  deliveries: readonly DeliveryEntry[];
} {
  const registrations = webhooks.registrations.map(({ url, ...rest }) => ({ ...rest, origin: new URL(url).origin }));
  return { registrations, deliveries: webhooks.deliveries };
}
