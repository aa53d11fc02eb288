/** The RFC 6962 Merkle tree: roots, and what paths prove. Sizes may be beyond 32 bits, so nothing is shifted. */
import { same } from './bytes';
import { nodeOf, sha256, type Hash } from './hash';

const isOdd = (number: number): boolean => number % 2 === 1;
const half = (number: number): number => Math.floor(number / 2);

/** The roots of the perfect subtrees that make up a tree, largest first: all that an append needs to remember. */
export class Frontier {
  size = 0;
  private readonly peaks: Hash[] = [];

  append(leaf: Hash): void {
    let merged = leaf;
    for (let size = this.size; isOdd(size); size = half(size)) {
      const left = this.peaks.pop();
      if (left) merged = nodeOf(left, merged);
    }
    this.peaks.push(merged);
    this.size += 1;
  }

  root(): Hash {
    return this.peaks.reduceRight<Hash | null>((right, left) => (right ? nodeOf(left, right) : left), null) ?? sha256();
  }
}

/** The root of a tree whose leaves have these hashes. */
export function rootOf(leaves: Hash[]): Hash {
  const frontier = new Frontier();
  leaves.forEach((leaf) => frontier.append(leaf));
  return frontier.root();
}

/** The two roots that a path leads to: of the whole tree, and of the tree that ends with the leaf. */
function climb(leaf: Hash, index: number, size: number, path: Hash[]): { root: Hash; before: Hash } | null {
  if (index >= size) return null;
  let [first, second] = [index, size - 1];
  let [root, before] = [leaf, leaf];
  for (const sibling of path) {
    if (second === 0) return null;
    if (isOdd(first) || first === second) {
      root = nodeOf(sibling, root);
      before = nodeOf(sibling, before);
      while (!isOdd(first) && first !== 0) [first, second] = [half(first), half(second)];
    } else {
      root = nodeOf(root, sibling);
    }
    [first, second] = [half(first), half(second)];
  }
  return second === 0 ? { root, before } : null;
}

/** Whether the leaf is at that index of the tree with that size and root (RFC 9162, 2.1.3.2). */
export function includes(leaf: Hash, index: number, size: number, path: Hash[], root: Hash): boolean {
  const led = climb(leaf, index, size, path);
  return led !== null && same(led.root, root);
}

/**
 * The root of the tree that ends with this leaf: the left siblings of its path are the perfect subtrees before it. The
 * path must lead to a root that is known to be right.
 */
export function rootUpTo(leaf: Hash, index: number, size: number, path: Hash[]): Hash | null {
  return climb(leaf, index, size, path)?.before ?? null;
}

interface Head {
  size: number;
  root: Hash;
}

/** Whether the second tree continues the first (RFC 9162, 2.1.4.2). */
export function continues(old: Head, next: Head, path: Hash[]): boolean {
  if (old.size === 0 || old.size > next.size) return false;
  if (old.size === next.size) return path.length === 0 && same(old.root, next.root);
  const isPower = Number.isInteger(Math.log2(old.size)) && 2 ** Math.round(Math.log2(old.size)) === old.size;
  const [start, ...rest] = isPower ? [old.root, ...path] : path;
  if (!start) return false;
  let [first, second] = [old.size - 1, next.size - 1];
  while (isOdd(first)) [first, second] = [half(first), half(second)];
  let [oldRoot, newRoot] = [start, start];
  for (const sibling of rest) {
    if (second === 0) return false;
    if (isOdd(first) || first === second) {
      oldRoot = nodeOf(sibling, oldRoot);
      newRoot = nodeOf(sibling, newRoot);
      while (!isOdd(first) && first !== 0) [first, second] = [half(first), half(second)];
    } else {
      newRoot = nodeOf(newRoot, sibling);
    }
    [first, second] = [half(first), half(second)];
  }
  return second === 0 && same(oldRoot, old.root) && same(newRoot, next.root);
}
