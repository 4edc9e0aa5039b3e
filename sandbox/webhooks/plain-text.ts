import { asObject, asText, type Json } from '../world/json.ts';

/** A rich text document as REST v2 and webhooks write it: plain text, here without any markup, a line for each block. */
export function plainText(document: Json): string {
  const node = asObject(document);
  if (node?.type === 'text') return asText(node.text) ?? '';
  if (node?.type === 'hardBreak') return '\n';
  const parts = (Array.isArray(node?.content) ? node.content : []).map(plainText);
  const isInline = node?.type === 'paragraph' || node?.type === 'heading';
  return parts.join(isInline ? '' : '\n');
}
