import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What everybody writes first: the file, piped. */
const SERVER = `
const { createReadStream, statSync } = require('node:fs');
const { createServer } = require('node:http');
const files = process.argv.slice(1);
const server = createServer((request, response) => {
  const file = files[Number(request.url.slice(1))];
  response.setHeader('Content-Type', 'audio/mpeg');
  response.setHeader('Content-Length', statSync(file).size);
  createReadStream(file).pipe(response);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

export type PlainNode = {
  /** The first file stands at \`/0\`, the second at \`/1\`. */
  readonly url: string;
  stop(): Promise<void>;
};

/** A bare Node server of these files, as a process of its own. */
export async function startPlainNode(files: readonly string[]): Promise<PlainNode> {
  const child = spawn(process.execPath, ['-e', SERVER, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: `http://127.0.0.1:${port.toString().trim()}`,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
