// Runs inside the real window, started by --smoke: only what a person's page
// could do itself, through the same door.
(async () => {
  const report = (ok, sentence) =>
    fetch('/shell/smoke', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ok, sentence }) });

  const until = async (what, look) => {
    for (const end = Date.now() + 30000; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
      const found = look();
      if (found) return found;
    }
    throw new Error(`waited 30 s for ${what}`);
  };

  const call = async (method, path, token, body) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': uuid() };
    if (token) headers.Authorization = `Bearer ${token}`;
    const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 200)}`);
    return JSON.parse(text);
  };

  // UUIDv7, as everything that is written carries one.
  const uuid = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    let now = Date.now();
    for (let i = 5; i >= 0; i--, now = Math.floor(now / 256)) bytes[i] = now % 256;
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };

  try {
    const words = await until('the first page to show Chinese text and a button', () => {
      const text = document.body.innerText.trim();
      const button = document.querySelector('button')?.getBoundingClientRect();
      const seen = button && button.width > 8 && button.height > 8 && button.top < innerHeight && button.left < innerWidth;
      return seen && /[\u4e00-\u9fff]{2}/.test(text) && text;
    });
    const { width, height } = document.body.getBoundingClientRect();
    if (innerWidth < 600 || innerHeight < 400 || width < 300 || height < 30) {
      throw new Error(`the page is blank: body ${width} × ${height} in a window of ${innerWidth} × ${innerHeight} pixels`);
    }

    const password = `${uuid()}-Aa1`;
    const start = await call('POST', '/api/start/nursery', '', {
      nurseryName: '窗口自检托育园', directorName: '自检', userName: 'smoke', password,
    });
    const id = uuid();
    await call('POST', '/api/classes', start.token, { id, name: '自检班', kind: 'small', places: 18 });
    const { classes } = await call('GET', '/api/classes', start.token);
    if (!classes.some((each) => each.id === id && each.name === '自检班')) throw new Error('the class that was written is not among those read');
    await report(true, `page shown (${words.length} characters), one class written and read`);
  } catch (error) {
    await report(false, String(error.message || error));
  }
})();
