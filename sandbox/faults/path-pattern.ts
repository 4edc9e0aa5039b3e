import { z } from 'zod';

/** A regular expression as text, which the path of a request (without its query) must contain. */
export const pathPattern = z.string().refine(isPattern, { message: 'is no regular expression' });

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
