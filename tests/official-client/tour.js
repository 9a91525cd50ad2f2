// A tour through a helpdesk in the live dialect, as either official client would take it:
// `node tour.js URL`, with axios 0.17 and form-data 4 to be found.
'use strict';

const assert = require('assert');
const axios = require('axios');
const FormData = require('form-data');
const { JavaScriptClient, PhpClient } = require('./clients');

const KEY = '1:MOCKHELPDESK';
const helpdesk = process.argv[2];

const clients = {
  'JavaScript, with a key': new JavaScriptClient(helpdesk, `key ${KEY}`, axios),
  'JavaScript, with a token': new JavaScriptClient(helpdesk, `token ${KEY}`, axios),
  'PHP, with a key': new PhpClient(helpdesk, `key ${KEY}`),
};

/** What the client in PHP takes for an answer with data. */
function assertEnvelope({ status, body }) {
  assert.strictEqual(status, 200, JSON.stringify(body));
  for (const member of ['data', 'meta', 'linked']) assert.ok(body[member] !== undefined, member);
}

/** What both make an exception of. */
function assertRefused(answer, status, code) {
  assert.strictEqual(answer.status, status, JSON.stringify(answer.body));
  assert.strictEqual(answer.body.status, status);
  assert.strictEqual(answer.body.code, code);
  assert.strictEqual(typeof answer.body.message, 'string');
}

const tour = {
  async 'creates, gets, updates, deletes'(client) {
    const sent = {
      title: 'This is a title',
      content: 'This is the content',
      content_input_type: 'rte',
      status: 'published',
    };
    const made = await client.request('POST', '/articles', sent);
    assert.strictEqual(made.status, 201, JSON.stringify(made.body));
    const { id } = made.body.data;
    assert.ok(made.headers.location.endsWith(`/api/v2/articles/${id}`), made.headers.location);

    const got = await client.request('GET', '/articles/{id}', null, { id });
    assertEnvelope(got);
    assert.strictEqual(got.body.data.title, 'This is a title');

    const changed = await client.request('PUT', '/articles/{id}', { title: 'Another' }, { id });
    assert.strictEqual(changed.status, 204, JSON.stringify(changed.body));
    assert.strictEqual(changed.body, '');
    const again = await client.request('GET', '/articles/{id}', null, { id });
    assert.strictEqual(again.body.data.title, 'Another');
    assert.strictEqual(again.body.data.content, 'This is the content');

    const followed = { id, follow_location: 1 };
    const shown = await client.request('PUT', '/articles/{id}', { title: 'A third' }, followed);
    assertEnvelope(shown);
    assert.strictEqual(shown.body.data.title, 'A third');

    const deleted = await client.request('DELETE', '/articles/{id}', null, { id });
    assert.ok([200, 204].includes(deleted.status), String(deleted.status));
    assertRefused(await client.request('GET', '/articles/{id}', null, { id }), 404, 'not_found');
  },

  async 'walks through pages'(client) {
    const ids = [];
    let pages = 1;
    for (let page = 1; page <= pages; page += 1) {
      const answer = await client.request('GET', '/people', null, { page, count: 1 });
      assertEnvelope(answer);
      const { pagination } = answer.body.meta;
      assert.strictEqual(pagination.current_page, page);
      assert.strictEqual(pagination.count, answer.body.data.length);
      pages = pagination.total_pages;
      ids.push(...answer.body.data.map((person) => person.id));
    }
    assert.ok(ids.length >= 2, `${ids.length} people`);
    assert.strictEqual(new Set(ids).size, ids.length);
    const some = await client.request('GET', '/people', null, { ids: ids.slice(0, 2).join(',') });
    assert.deepStrictEqual(some.body.data.map((person) => person.id), ids.slice(0, 2));
  },

  async 'sends several requests at once'(client) {
    const sent = {
      requests: {
        1: '/articles/1',
        none: '/articles/999999',
        made: { method: 'POST', url: '/api/v2/people/1/notes', payload: { note: 'Called.' } },
      },
    };
    const { status, body } = await client.request('POST', '/batch', sent);
    assert.strictEqual(status, 200, JSON.stringify(body));
    const codes = Object.entries(body.responses);
    const found = Object.fromEntries(codes.map(([key, it]) => [key, it.headers['status-code']]));
    assert.deepStrictEqual(found, { 1: 200, none: 404, made: 201 });
    assert.strictEqual(body.responses[1].data.id, 1);
    const listed = await client.request('POST', '/batch', { requests: ['/me', '/tickets/1'] });
    assert.ok(Array.isArray(listed.body.responses), JSON.stringify(listed.body));
  },

  async 'uploads a file and attaches it'(client) {
    const form = new FormData();
    form.append('file', Buffer.from('GIF89a bytes'), { filename: 'test.gif', contentType: 'image/gif' });
    const made = await client.request('POST', '/blobs/temp', { multipart: form });
    assert.strictEqual(made.status, 201, JSON.stringify(made.body));
    const blob = made.body.data;
    assert.strictEqual(blob.filename, 'test.gif');
    assert.strictEqual(blob.content_type, 'image/gif');
    const message = {
      message: 'See the picture.',
      attachments: { [blob.blob_id]: { blob_auth: blob.blob_auth } },
    };
    const sent = await client.request('POST', '/tickets/{id}/messages', message, { id: 1 });
    assert.strictEqual(sent.status, 201, JSON.stringify(sent.body));
  },

  async 'hears why it is refused'(client) {
    const wrong = await client.request('POST', '/articles', { title: 'A', name: 'B', categories: 'C' });
    assertRefused(wrong, 400, 'invalid_input');
    assert.strictEqual(wrong.body.errors.errors[0].code, 'extra_fields');
    assert.strictEqual(wrong.body.errors.fields.categories.errors[0].code, 'bad_choice');
    assertRefused(await client.request('GET', '/nothing'), 404, 'not_found');
    assertRefused(await client.request('GET', '/tickets', null, { limit: 5 }), 400, 'bad_request');
    const known = client.authorization;
    client.authorization = 'key 1:wrong';
    assertRefused(await client.request('GET', '/me'), 401, 'unauthorized');
    client.authorization = known;
  },
};

async function main() {
  let failed = 0;
  let passed = 0;
  for (const [name, client] of Object.entries(clients)) {
    for (const [what, step] of Object.entries(tour)) {
      try {
        await step(client);
        passed += 1;
        console.log(`ok      ${name}: ${what}`);
      } catch (error) {
        failed += 1;
        console.log(`failed  ${name}: ${what}\n${error.stack}`);
      }
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main();
