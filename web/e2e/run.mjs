/**
 * Runs the browser tests against a Deskhand of their own: the program that DESKHAND_BIN names, on a free port, with
 * demo data in a temporary folder. What stands on the command line goes to Playwright.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PATIENCE = 60_000;
const root = fileURLToPath(new URL('../..', import.meta.url));
const web = join(root, 'web');

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

const exitOf = (child) =>
  new Promise((done) => {
    child.once('exit', (code) => done(code ?? 1));
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      done(1);
    });
  });

async function waitUntilHealthy(url, ended) {
  let dead = false;
  ended.then(() => {
    dead = true;
  });
  for (const until = Date.now() + PATIENCE; Date.now() < until && !dead; ) {
    const healthy = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(dead ? 'Deskhand ended before it answered.' : `Deskhand did not answer at ${url}/health.`);
}

async function main(bin) {
  const data = await mkdtemp(join(tmpdir(), 'deskhand-e2e-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const deskhand = spawn(bin, ['--port', String(port), '--data', data], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = exitOf(deskhand);
  // Playwright tidies up first; its server goes after it.
  let first = deskhand;
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => first.kill(signal));
  try {
    await waitUntilHealthy(url, ended);
    const tests = spawn('npx', ['playwright', 'test', ...process.argv.slice(2)], {
      cwd: web,
      stdio: 'inherit',
      env: { ...process.env, DESKHAND_URL: url },
    });
    first = tests;
    return await exitOf(tests);
  } finally {
    deskhand.kill();
    await ended;
    await rm(data, { recursive: true, force: true });
  }
}

const bin = process.env.DESKHAND_BIN;
if (!bin || !existsSync(join(web, 'dist/index.html'))) {
  process.stderr.write('Set DESKHAND_BIN to the Deskhand program, and run "npm run build" first.\n');
  process.exitCode = 1;
} else {
  process.exitCode = await main(resolve(bin));
}
