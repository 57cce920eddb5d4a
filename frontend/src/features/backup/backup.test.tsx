import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RestoreBackup } from './RestoreBackup';
import { sizeWords } from './size';

describe('the size of a backup', () => {
  it.each([
    [0, '1 KB'],
    [1025, '2 KB'],
    [640 * 1024, '640 KB'],
    [12.5 * 1024 * 1024, '12.5 MB'],
    [640 * 1024 * 1024, '640 MB'],
    [2.25 * 1024 ** 3, '2.3 GB'],
  ])('of %d bytes reads %s', (bytes, words) => {
    expect(sizeWords(bytes, 'zh')).toBe(words);
  });
});

const answer = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

function open(status: number, body: object) {
  const fetched = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(answer(status, body)));
  vi.stubGlobal('fetch', fetched);
  const onRestored = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RestoreBackup onBack={() => undefined} onRestored={onRestored} />
    </QueryClientProvider>,
  );
  const go = screen.getByRole<HTMLButtonElement>('button', { name: '开始恢复' });
  expect(go.disabled).toBe(true);
  const file = new File(['sealed'], '园 1.yayuan');
  fireEvent.change(screen.getByLabelText('选择备份文件', { selector: 'input' }), { target: { files: [file] } });
  fireEvent.change(screen.getByRole('textbox', { name: /恢复码/ }), { target: { value: ' ａbc de ' } });
  expect(go.disabled).toBe(false);
  fireEvent.click(go);
  return { fetched, onRestored };
}

describe('restoring', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('sends the bytes as they are, and the code in a header that takes any letter', async () => {
    const { fetched, onRestored } = open(200, { state: 'ready' });
    await waitFor(() => expect(onRestored).toHaveBeenCalledOnce());
    const [url, init] = fetched.mock.calls[0] ?? ['', {}];
    const headers = new Headers(init.headers);
    expect(url).toBe('/api/start/restore');
    expect(headers.get('X-Recovery-Code')).toBe(encodeURIComponent('ａbc de'));
    expect(new TextDecoder().decode(init.body as ArrayBuffer)).toBe('sealed');
  });

  it('says at the code what is wrong with it', async () => {
    const part = { code: 'keys.wrong_code', field: 'recoveryCode', args: {} };
    const { onRestored } = open(422, { ...part, faults: [part] });
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: /恢复码/ }).getAttribute('aria-invalid')).toBe('true'),
    );
    expect(screen.getByRole('alert').textContent).toContain('恢复码不对');
    expect(onRestored).not.toHaveBeenCalled();
  });
});
