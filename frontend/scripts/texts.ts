// Texts travel without what only translators read: comments, and the empty lines between messages.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const ENDING = '.ftl?raw';

export function texts(): Plugin {
  return {
    name: 'acordo-texts',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith(ENDING)) return;
      const text = readFileSync(id.slice(0, -'?raw'.length), 'utf8');
      // A line that goes on with the message before is indented.
      const bare = text.replace(/^#.*\n/gm, '').replace(/\n+(?=[a-z-])/g, '\n');
      return `export default ${JSON.stringify(bare.trim())}`;
    },
  };
}
