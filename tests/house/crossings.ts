import { type Boundary, boundaries, ownedPackages } from './boundaries.ts';
import { importsOf } from './imports-of.ts';
import type { SourceFile } from './source-files.ts';

/** Every import of a file that its place may not have, as a line for people. */
export function crossings(file: SourceFile): string[] {
  const boundary = boundaryOf(file.path);
  return importsOf(file)
    .targets.filter((target) => !isAllowed(boundary, file.path, target))
    .map((target) => `${file.path} imports ${target}`);
}

function boundaryOf(path: string): Boundary {
  const fitting = boundaries.filter(({ place }) => isWithin(path, place));
  const longest = fitting.sort((a, b) => b.place.length - a.place.length)[0];
  if (!longest) throw new Error(`no boundary fits ${path}`);
  return longest;
}

function isAllowed(boundary: Boundary, path: string, target: string): boolean {
  if (target.startsWith('node:')) return boundary.node;
  if (target.includes('/') && !target.startsWith('@')) return isOursAllowed(boundary, target);
  // None of ours is plain JavaScript, and some packages are called like such a file.
  if (!target.startsWith('@') && /\.(?!js$)[a-z]+$/.test(target)) return isOursAllowed(boundary, target);
  const owners = ownedPackages[target];
  const isFree = boundary.place === 'tests' || boundary.place === 'bench';
  if (owners && !isFree && !owners.some((owner) => isWithin(path, owner))) return false;
  return boundary.packages === 'any' || boundary.packages.includes(target);
}

function isOursAllowed(boundary: Boundary, target: string): boolean {
  if (isWithin(target, 'tests') && boundary.place !== 'tests') return false;
  return [boundary.place, ...boundary.ours].some((place) => isWithin(target, place));
}

function isWithin(path: string, place: string): boolean {
  return place === '' || path === place || path.startsWith(`${place}/`);
}
