// Asks Prism, which serves an OpenAPI document, for every operation of it: its success, and of every tenth
// operation each documented refusal. The answer has the documented status, and the body of a documented example
// where there is one.
//
//     node ask-prism.mjs PRISM SERVED DOCUMENT
//
// What Prism is served may be YAML; the document is the same as JSON.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { answers, operations, request } from './requests.mjs';

const [prism, served, file] = process.argv.slice(2);
const document = JSON.parse(readFileSync(file, 'utf8'));
const port = await freePort();

// Everything ends after this, whatever happens.
const SECONDS = 900;
const server = spawn(
    prism,
    ['mock', '--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'error', served],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NO_COLOR: '1' } },
);
const ended = new Promise((_, fail) => server.on('exit', (code) => fail(new Error(`Prism ended with ${code}`))));
ended.catch(() => {});
server.stdout.resume();
const limit = setTimeout(() => stop(new Error(`not done within ${SECONDS} seconds`)), SECONDS * 1000);

/** A port that nobody listens to. */
async function freePort() {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address();
    probe.close();
    return port;
}

function stop(error) {
    clearTimeout(limit);
    server.kill('SIGKILL');
    if (error) {
        console.error(String(error.message ?? error));
        process.exit(1);
    }
}

/** Waits until Prism takes requests, which it does when it has read all of the document. */
async function listening() {
    for (;;) {
        try {
            return await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(5_000) });
        } catch {
            await new Promise((resolve) => setTimeout(resolve, 250));
        }
    }
}

let asked = 0;
let compared = 0;

/** What is wrong with the answer to one request; nothing when it is as documented. */
async function ask(operation, status) {
    const { path, ...options } = request(document, operation);
    options.headers.prefer = `code=${status}`;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        ...options,
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    if (response.status !== Number(status)) {
        return `status ${response.status} in the place of ${status}: ${text.slice(0, 300)}`;
    }
    const examples = answers(document, operation, status);
    const violations = response.headers.get('sl-violations');
    if (examples.length === 0) return violations ? `it breaks its schema: ${violations.slice(0, 300)}` : undefined;
    compared += 1;
    const isExample = (example) => {
        try {
            assert.deepEqual(JSON.parse(text), example);
            return true;
        } catch {
            return false;
        }
    };
    return examples.some(isExample) ? undefined : `no documented example: ${text.slice(0, 300)}`;
}

async function askAll() {
    await listening();
    const wrong = [];
    for (const [index, operation] of operations(document).entries()) {
        const statuses = Object.keys(operation.responses);
        const successes = statuses.filter((status) => status.startsWith('2'));
        for (const status of index % 10 === 0 ? statuses : successes) {
            const fault = await ask(operation, status);
            if (fault) wrong.push(`${operation.operationId} ${status}: ${fault}`);
            asked += 1;
        }
    }
    console.log(`${asked} answers of Prism, ${compared} of them documented examples, ${wrong.length} wrong`);
    if (asked < 500 || compared < 300) throw new Error('that is not all of them');
    if (wrong.length > 0) throw new Error(wrong.slice(0, 20).join('\n'));
}

Promise.race([askAll(), ended]).then(() => stop(), stop);
