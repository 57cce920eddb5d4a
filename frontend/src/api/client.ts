import createClient, { type Middleware } from 'openapi-fetch';
import { learnNow } from './clock';
import { offline, readProblem } from './fault';
import { newId } from './ids';
import type { paths } from './schema';
import { lockSession, session } from './session';

// The webviews cannot abort a request, and a server that sleeps answers never.
const patienceMs = 30_000;

const patient = <T>(work: Promise<T>, ms: number): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(offline()), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

async function send(url: string, init: RequestInit, ms = patienceMs): Promise<Response> {
  try {
    return await patient(fetch(url, init), ms);
  } catch {
    throw offline();
  }
}

// The body goes out as text: webviews treat a Request's own body stream unlike
// each other.
const sendRequest = async (request: Request): Promise<Response> => {
  const body = request.method === 'GET' ? undefined : await request.text();
  return send(request.url, { method: request.method, headers: request.headers, body: body || undefined });
};

function identify(headers: Headers, method: string): void {
  const { token, device } = session();
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if (device) headers.set('X-Device', device);
  if (method !== 'GET' && !headers.has('Idempotency-Key')) headers.set('Idempotency-Key', newId());
}

async function accept(response: Response, sentToken: boolean): Promise<Response> {
  if (response.ok) return response;
  if (response.status === 401 && sentToken) lockSession();
  throw await readProblem(response);
}

const ours: Middleware = {
  onRequest: ({ request }) => {
    identify(request.headers, request.method);
    return request;
  },
  onResponse: ({ request, response }) => accept(response, request.headers.has('Authorization')),
};

export const client = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: sendRequest });
client.use(ours);

/** The data of an answer; faults have been thrown on the way. */
export async function data<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

const named = (fileName: string): Record<string, string> => ({ 'X-File-Name': encodeURIComponent(fileName) });

interface UploadOptions {
  headers?: Record<string, string>;
  /** How long an answer may take; a large file is worked on for a while. */
  patienceMs?: number;
}

/** Sends a file's bytes as they are: multipart and Blob bodies break in the windows. */
export async function upload<T>(
  path: string,
  fileName: string,
  bytes: ArrayBuffer,
  options: UploadOptions = {},
): Promise<T> {
  const headers = new Headers({
    'Content-Type': 'application/octet-stream',
    ...named(fileName),
    ...options.headers,
  });
  identify(headers, 'POST');
  const sent = await send(path, { method: 'POST', headers, body: bytes }, options.patienceMs);
  const response = await accept(sent, headers.has('Authorization'));
  return (await response.json()) as T;
}

/** What a file is asked for with, when that is more than its address: who asks says why. */
interface DownloadOptions {
  body?: object;
  patienceMs?: number;
}

/** A file from the server with the name it should be saved under. */
export async function download(
  path: string,
  { body, patienceMs: ms }: DownloadOptions = {},
): Promise<{ fileName: string; bytes: ArrayBuffer }> {
  const method = body ? 'POST' : 'GET';
  const headers = new Headers(body && { 'Content-Type': 'application/json' });
  identify(headers, method);
  const response = await accept(await send(path, { method, headers, body: body && JSON.stringify(body) }, ms), true);
  const fileName = decodeURIComponent(response.headers.get('X-File-Name') ?? '');
  return { fileName, bytes: await response.arrayBuffer() };
}

/** The window's own calls (save dialog, folders, print); null where there is no window around the page. */
export async function shellCall<T>(path: string, body?: ArrayBuffer | object, fileName = ''): Promise<T | null> {
  const raw = body instanceof ArrayBuffer;
  const init: RequestInit = body === undefined ? {} : { method: 'POST', body: raw ? body : JSON.stringify(body) };
  init.headers = {
    'Content-Type': raw ? 'application/octet-stream' : 'application/json',
    ...(fileName ? named(fileName) : {}),
  };
  const response = await send(`/shell${path}`, init);
  if (response.status === 404 || !(response.headers.get('Content-Type') ?? '').includes('json')) return null;
  return (await (await accept(response, false)).json()) as T;
}

/** Measures the server's clock. */
export async function measureClock(): Promise<void> {
  const begun = Date.now();
  const answer = await data(client.GET('/api/now'));
  learnNow(answer.now, Date.now() - begun);
}
