// The door as a script asks it: for what a journey does not click, and to
// check what was written.

/** Signs in and gives a function that asks. */
export async function signIn(address, userName, password) {
  const ask = async (method, path, body, token) => {
    const answer = await fetch(address + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
  const { token } = await ask('POST', '/api/session', { userName, password });
  return (method, path, body) => ask(method, path, body, token);
}

/** Uploads a file's bytes through the door. */
export async function upload(address, token, path, name, bytes) {
  const answer = await fetch(address + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/octet-stream',
      'X-File-Name': encodeURIComponent(name),
      Authorization: `Bearer ${token}`,
    },
    body: bytes,
  });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
