// Requests in the form in which the official clients send them. Neither client can be installed from a registry,
// so that their ways are written down here; what carries them is what carries the one in JavaScript.
'use strict';

const http = require('http');

/** Fills `{id}` from the parameters; those left over are the query. */
function address(endpoint, params) {
  const left = new Map(Object.entries(params));
  const path = endpoint.replace(/\{(\w+)\}/g, (whole, name) => {
    if (!left.has(name)) return whole;
    const value = left.get(name);
    left.delete(name);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams([...left]).toString();
  return query ? `${path}?${query}` : path;
}

/**
 * The client in JavaScript, of 2018 to 2019: axios 0.17 with its own headers, JSON as
 * `application/json;charset=utf-8`, and forms with the length that they have.
 */
class JavaScriptClient {
  constructor(helpdesk, authorization, axios) {
    this.http = axios.create({ baseURL: `${helpdesk}/api/v2`, validateStatus: () => true });
    this.authorization = authorization;
  }

  async request(method, endpoint, body = null, params = {}) {
    let headers = { Authorization: this.authorization };
    let data = body;
    if (body && body.multipart !== undefined) {
      data = body.multipart;
      const length = await new Promise((resolve, reject) => {
        data.getLength((error, length) => (error ? reject(error) : resolve(length)));
      });
      headers = { ...headers, 'Content-Length': length, ...data.getHeaders() };
    }
    const answer = await this.http.request({ url: address(endpoint, params), method, data, headers });
    return { status: answer.status, headers: answer.headers, body: answer.data };
  }
}

/**
 * The client in PHP, of 2018 to 2023: Guzzle 6, whose request has nothing but what it is given. JSON comes
 * without a content type, and no header says what is wanted.
 */
class PhpClient {
  constructor(helpdesk, authorization) {
    this.helpdesk = helpdesk;
    this.authorization = authorization;
  }

  async request(method, endpoint, body = null, params = {}) {
    const url = new URL(`${this.helpdesk}/api/v2/${address(endpoint, params).replace(/^\/+|\/+$/g, '')}`);
    const headers = {
      'User-Agent': 'GuzzleHttp/6.3.3 curl/7.58.0 PHP/7.2.10',
      Host: url.host,
      Authorization: this.authorization,
    };
    let bytes = Buffer.alloc(0);
    if (body && body.multipart !== undefined) {
      bytes = body.multipart.getBuffer();
      headers['Content-Type'] = body.multipart.getHeaders()['content-type'];
    } else if (body !== null) {
      bytes = Buffer.from(JSON.stringify(body));
    }
    if (body !== null) headers['Content-Length'] = bytes.length;
    return new Promise((resolve, reject) => {
      const sent = http.request(url, { method, headers }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          // What is no JSON is handed on as text.
          let json = text;
          try { json = JSON.parse(text); } catch (error) { /* stays text */ }
          resolve({ status: answer.statusCode, headers: answer.headers, body: json });
        });
      });
      sent.on('error', reject);
      sent.end(bytes);
    });
  }
}

module.exports = { JavaScriptClient, PhpClient };
