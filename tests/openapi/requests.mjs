// Requests as an OpenAPI document describes them, and the answers that it documents.

/** Follows a reference. */
function resolved(document, value) {
    while (value?.$ref) {
        const keys = value.$ref.slice(2).split('/');
        value = keys.reduce((at, key) => at[key.replaceAll('~1', '/').replaceAll('~0', '~')], document);
    }
    return value;
}

/** Every operation with its path and method. */
export function operations(document) {
    return Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })),
    );
}

/** The bodies of a response's examples. */
export function answers(document, operation, status) {
    const content = resolved(document, operation.responses[status]).content ?? {};
    const examples = Object.values(content['application/json']?.examples ?? {});
    return examples.map((example) => example.value);
}

/** What `fetch` sends, with all that is required and nothing else. */
export function request(document, operation) {
    let path = operation.path;
    const query = new URLSearchParams();
    const headers = { authorization: 'key 1:EXAMPLE', accept: '*/*' };
    for (const reference of operation.parameters ?? []) {
        const parameter = resolved(document, reference);
        if (!parameter.required) continue;
        const value = [parameter.example ?? sample(document, parameter.schema)].flat().join(',');
        if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encodeURIComponent(value));
        if (parameter.in === 'query') query.append(parameter.name, value);
        if (parameter.in === 'header') headers[parameter.name] = value;
    }
    const body = sent(document, operation, headers);
    const search = query.size > 0 ? `?${query}` : '';
    return { method: operation.method.toUpperCase(), path: path + search, headers, body };
}

function sent(document, operation, headers) {
    const body = resolved(document, operation.requestBody);
    if (!body) return undefined;
    const [type, media] = Object.entries(body.content)[0];
    const value = () => Object.values(media.examples ?? {})[0]?.value ?? sample(document, media.schema);
    if (type === 'multipart/form-data') {
        const form = new FormData();
        for (const [name, part] of Object.entries(value())) form.append(name, new Blob([String(part)]), 'a.txt');
        return form;
    }
    headers['content-type'] = type;
    return type === 'application/json' ? JSON.stringify(value()) : 'bytes';
}

/** A value that fits a schema, with what is required. */
function sample(document, schema) {
    schema = resolved(document, schema) ?? {};
    const example = schema.example ?? schema.examples?.[0] ?? schema.default ?? schema.enum?.[0];
    if (example !== undefined) return example;
    const parts = schema.allOf ?? [];
    if (parts.length > 0) return Object.assign({}, ...parts.map((part) => sample(document, part)));
    const choice = (schema.anyOf ?? schema.oneOf)?.[0];
    if (choice) return sample(document, choice);
    const known = schema['x-extensible-enum']?.[0];
    switch ([schema.type].flat()[0]) {
        case 'string': return known ?? 'text';
        case 'integer': return Math.max(schema.minimum ?? 0, 1);
        case 'number': return 1;
        case 'boolean': return true;
        case 'array': return [sample(document, schema.items)];
        case 'object': return object(document, schema);
        default: return {};
    }
}

function object(document, schema) {
    const required = schema.required ?? [];
    return Object.fromEntries(required.map((name) => [name, sample(document, schema.properties?.[name])]));
}
