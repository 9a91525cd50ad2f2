// The official SDK for apps of the helpdesk, against a helpdesk in the live dialect: `node apps-sdk.js URL`, with
// @deskpro/apps-sdk-core, babel-runtime and jsdom to be found.
//
// The SDK's `DeskproAPIClient` and `CustomFieldsClient` make the requests and read the answers. An app runs in a
// frame, so they hand each request to the page around it as an event; what that page does, sending it, is here.
'use strict';

const assert = require('assert');
const { JSDOM } = require('jsdom');

// The SDK looks at the frame that it runs in as soon as it is loaded.
const { window } = new JSDOM('', { url: 'https://app.example.com/' });
Object.assign(globalThis, { window, document: window.document });

const sdk = '@deskpro/apps-sdk-core/lib/main/javascript';
const { default: AppEventEmitter } = require(`${sdk}/Core/AppEventEmitter`);
const { default: CustomFieldsClient } = require(`${sdk}/CustomFields/CustomFieldsClient`);
const { default: DeskproAPIClient } = require(`${sdk}/WebAPI/DeskproAPIClient`);
const Events = require(`${sdk}/WebAPI/events`);

const helpdesk = process.argv[2];

/** The page around an app: sends what the app asks for, with the credentials of the agent. */
function host() {
  const emitter = new AppEventEmitter();
  const send = async (path, init) => {
    const headers = { ...init.headers, Authorization: 'token 1:MOCKHELPDESK' };
    const answer = await fetch(`${helpdesk}/api/v2/${path.replace(/^\//, '')}`, { ...init, headers });
    const text = await answer.text();
    const body = text === '' ? null : JSON.parse(text);
    const status = answer.ok ? 'success' : 'error';
    return { status, statusCode: answer.status, headers: Object.fromEntries(answer.headers), body };
  };
  emitter.on(Events.EVENT_WEBAPI_REQUEST_DESKPRO, (resolve, reject, { method, path, body }) => {
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
    const init = { method: method.toUpperCase(), headers };
    send(path, body === undefined ? init : { ...init, body: JSON.stringify(body) }).then(resolve, reject);
  });
  emitter.on(Events.EVENT_WEBAPI_REQUEST_FETCH, (resolve, reject, { url, init }) => {
    send(url, init).then(resolve, reject);
  });
  return emitter;
}

const tour = {
  async 'creates, gets, updates, deletes'(api) {
    const made = await api.post('articles', {
      title: 'This is a title',
      content: 'This is the content',
      content_input_type: 'rte',
      status: 'published',
    });
    assert.strictEqual(made.statusCode, 201, JSON.stringify(made.body));
    const { id } = made.body.data;
    const changed = await api.put(`articles/${id}`, { title: 'Another' });
    assert.strictEqual(changed.statusCode, 204, JSON.stringify(changed.body));
    const got = await api.get(`articles/${id}`);
    assert.strictEqual(got.statusCode, 200, JSON.stringify(got.body));
    assert.strictEqual(got.body.data.title, 'Another');
    assert.strictEqual(got.body.data.content, 'This is the content');
    const gone = await api.del(`articles/${id}`);
    assert.ok([200, 204].includes(gone.statusCode), String(gone.statusCode));
    assert.strictEqual((await api.get(`articles/${id}`)).statusCode, 404);
  },

  async 'lists with what belongs to it'(api) {
    const { statusCode, body } = await api.get('tickets?count=1&page=2&include=person');
    assert.strictEqual(statusCode, 200, JSON.stringify(body));
    assert.strictEqual(body.data.length, 1);
    assert.strictEqual(body.meta.pagination.current_page, 2);
    const { person } = body.data[0];
    assert.strictEqual(body.linked.person[person].id, person);
  },

  async 'sends several requests at once'(api) {
    const { body } = await api.post('batch', { requests: { me: 'me', none: 'articles/999999' } });
    const codes = Object.entries(body.responses).map(([name, it]) => [name, it.headers['status-code']]);
    assert.deepStrictEqual(Object.fromEntries(codes), { me: 200, none: 404 });
  },

  async 'hears why it is refused'(api) {
    const { status, statusCode, body } = await api.post('articles', { title: 'A', name: 'B' });
    assert.deepStrictEqual([status, statusCode], ['error', 400]);
    assert.strictEqual(body.code, 'invalid_input');
    assert.strictEqual(body.errors.errors[0].code, 'extra_fields');
  },

  async 'reads and writes custom fields'(api, emitter) {
    const ticket = await api.get('tickets/1');
    const [[id, field]] = Object.entries(ticket.body.data.fields);
    const fields = new CustomFieldsClient({
      outgoingDispatcher: emitter,
      instanceId: '1',
      endpoint: 'tickets/1',
    });
    const set = await fields.setField(id, 'ordered');
    assert.strictEqual(set.status, 'success', JSON.stringify(set.body));
    const { body } = await api.get('tickets/1');
    assert.strictEqual(body.data.fields[id].value, 'ordered');
    for (const alias of field.aliases) assert.strictEqual(await fields.getField(alias), 'ordered');
    assert.strictEqual(await fields.getField('no such alias', 'nothing'), 'nothing');
  },
};

async function main() {
  const emitter = host();
  const api = new DeskproAPIClient(emitter);
  let failed = 0;
  for (const [what, step] of Object.entries(tour)) {
    try {
      await step(api, emitter);
      console.log(`ok      SDK for apps: ${what}`);
    } catch (error) {
      failed += 1;
      console.log(`failed  SDK for apps: ${what}\n${error.stack}`);
    }
  }
  console.log(`${Object.keys(tour).length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main();
