import { Types } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { createWebhookAddresses } from '../../server/store/keys/webhook-addresses.ts';

const addresses = createWebhookAddresses('a key that wraps the keys of tests only, 32+');
const owner = new Types.ObjectId();
const connection = new Types.ObjectId();

describe('The address of a connection', () => {
  it('names it, and no other.', () => {
    const address = addresses.addressOf(owner, connection);
    expect(address).toMatch(/^[\w-]{64}$/);
    expect(addresses.read(address)).toEqual({ owner, connection });
    expect(addresses.addressOf(owner, new Types.ObjectId())).not.toBe(address);
  });

  it('cannot be made up, altered, or made with another key.', () => {
    const address = addresses.addressOf(owner, connection);
    for (let at = 0; at < address.length; at += 1) {
      const other = address[at] === 'A' ? 'B' : 'A';
      expect(addresses.read(address.slice(0, at) + other + address.slice(at + 1))).toBeNull();
    }
    const foreign = createWebhookAddresses('another key that wraps the keys of tests').addressOf(owner, connection);
    for (const text of [foreign, '', 'x', address.slice(1), `${address}A`, address.replace(/.$/, '/')])
      expect(addresses.read(text)).toBeNull();
  });
});
