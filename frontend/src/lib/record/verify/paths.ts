/** Where the files of a bundle are, inside its folder. */
import { hex } from '../bytes';
import type { Hash } from '../hash';

/** A channel's name in file names. */
export const stemOf = (channel: string): string => channel.replaceAll(/[:/]/g, '-');

export const BAGIT = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const BUNDLE_NOTE = 'bundle.txt';
export const README = 'data/README.txt';
export const CASE_FILE = 'data/case.json';
export const KEYS_FILE = 'data/keys.json';
export const AGREEMENT = 'data/agreement.json';
export const AGREEMENT_SHOWN = 'data/agreement-shown.pdf';
export const AGREEMENT_FINAL = 'data/agreement.pdf';
export const RECORD = 'data/record/';
export const CHECKPOINTS = 'data/checkpoints/';
export const EVIDENCE = 'data/evidence/';

export const recordPath = (stem: string): string => `${RECORD}${stem}.jsonl`;
export const checkpointPath = (stem: string, size: number): string => `${CHECKPOINTS}${stem}-${size}.txt`;
export const consistencyPath = (stem: string, from: number, to: number): string =>
  `data/consistency/${stem}-${from}-${to}.txt`;
/** The first proof of a checkpoint, and those against later heads. */
export const proofPath = (stem: string, size: number, nth = 0): string =>
  `data/anchors/${stem}-${size}${nth === 0 ? '' : `.${nth}`}.tlog-proof`;
export const evidencePath = (sha256: Hash, ending: string): string => `${EVIDENCE}${hex(sha256)}.${ending}`;
