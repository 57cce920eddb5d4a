// Who takes a child home: a class's staff authorises one day, is warned of who
// must not collect, writes down what happened all the same, and calls the
// mother by one tap; a guardian signs on the screen and withdraws.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fits, open, page, sizes, sound } from './browser.mjs';
import { signIn } from './door.mjs';
import { folder, serve, yayuan } from './server.mjs';

const day = '2026-11-23';

const face = {
  name: '高强.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

let browser;
let place;
let server;
let home;
let director;
let caregiver;
let kid;

const enter = async (opened, userName) => {
  await opened.goto(home);
  await opened.getByLabel('用户名').fill(userName);
  await opened.getByLabel('密码', { exact: true }).fill('yayuan-demo');
  await opened.getByRole('button', { name: '登录' }).click();
  await opened.getByRole('heading', { name: '今日' }).waitFor();
};

const card = (p, title) => p.locator('section').filter({ has: p.getByRole('heading', { name: title, exact: true }) });

before(async () => {
  place = folder();
  const made = ['demo', '--data', place.data, '--key-file', place.key, '--children', '30', '--days', '1'];
  yayuan(...made, '--seed', '7', '--until', day);
  server = serve(place, `${day}T17:40:00+08:00`);
  home = await server.address;
  const ask = await signIn(home, 'demo', 'yayuan-demo');
  const { classes } = await ask('GET', '/api/classes');
  const { children } = await ask('GET', `/api/classes/${classes[0].id}/days/${day}`);
  const child = children.find(({ departure }) => departure);
  const { guardians } = await ask('GET', `/api/children/${child.id}`);
  kid = { ...child, classId: classes[0].id, lead: classes[0].caregivers[0], mother: guardians[0] };
  await ask('POST', `/api/children/${kid.id}/collectors`, {
    ...{ id: '', kind: 'never', guardianId: '', name: '高强', relation: '舅舅', phone: '', idLast4: '' },
    ...{ authorisedBy: '', from: day, until: '', reason: '监护人书面说明' },
  });
  browser = await open();
  director = await page(browser);
  caregiver = await page(browser, { size: sizes.phone });
  await enter(director, 'demo');
  await enter(caregiver, kid.lead);
});

after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

test('the class authorises somebody for one day, and is told who must not collect but not why', async () => {
  const p = caregiver;
  await p.goto(`${home}/#/children/${kid.id}`);
  const list = card(p, '接送人');
  await list.getByText('请不要把宝宝交给这一位').waitFor();
  assert.equal(await p.getByText('监护人书面说明').count(), 0, 'the reason is for few');
  await list.getByRole('button', { name: '授权一天' }).click();
  const dialog = p.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('周平');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('请写明是哪位监护人说的').waitFor();
  await dialog.getByLabel('关系').fill('邻居');
  await dialog.getByLabel('哪位监护人说的').fill('妈妈');
  await sound(p, 'authorising');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await list.getByText('妈妈授权').waitFor();
  await fits(p, 'child on a phone');
});

test('the mother is called by one tap, and the call is on record', async () => {
  const p = caregiver;
  await p.getByRole('button', { name: `看电话：${kid.mother.name}`, exact: true }).click();
  const dialog = p.getByRole('dialog');
  await dialog.getByText(/^1990000\d{4}$/).waitFor();
  await p.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await p.getByText(`${kid.lead} 联系了 ${kid.mother.name}`).waitFor();
});

test('the office keeps a face of who must not collect; the class sees it large and cannot change it', async () => {
  const p = director;
  await p.goto(`${home}/#/children/${kid.id}`);
  await p.getByRole('button', { name: '给高强选照片' }).click();
  const dialog = p.getByRole('dialog');
  await dialog.getByLabel('选照片', { exact: true }).last().setInputFiles(face);
  await dialog.waitFor({ state: 'detached' });
  await p.getByRole('button', { name: '高强的照片' }).click();
  await dialog.getByRole('img', { name: '高强的照片' }).waitFor();
  await dialog.getByRole('button', { name: '移除照片' }).waitFor();
  await sound(p, 'a face');
  await p.keyboard.press('Escape');
  await caregiver.goto(`${home}/#/today`);
  await caregiver.goto(`${home}/#/children/${kid.id}`);
  await caregiver.getByRole('button', { name: '高强的照片' }).click();
  await caregiver.getByRole('dialog').getByRole('img', { name: '高强的照片' }).waitFor();
  assert.equal(await caregiver.getByRole('button', { name: '移除照片' }).count(), 0, 'the class takes no face away');
  await caregiver.keyboard.press('Escape');
});

test('a departure names one of the list by one tap, and the authorisation is used up', async () => {
  const p = caregiver;
  const faces = [];
  await p.goto(`${home}/#/today`);
  await p.reload(); // nothing is remembered of the faces that the child's page showed
  await p.getByRole('heading', { name: '今日' }).waitFor();
  p.on('request', (request) => request.url().includes('/people/') && faces.push(request.url()));
  await p.goto(`${home}/#/board/${kid.classId}/${day}`);
  await p
    .getByText(kid.nickname || kid.name)
    .first()
    .waitFor();
  assert.deepEqual(faces, [], 'the board asks for no face of a collector');
  await p.goto(`${home}/#/board/${kid.classId}/${day}?child=${kid.id}&open=departure`);
  const sheet = p.getByRole('dialog');
  await sheet.getByText('不得接走：舅舅 · 高强').waitFor();
  await sheet.locator('label', { hasText: '舅舅 · 高强（不得接走）' }).locator('img').waitFor();
  assert.equal(new Set(faces).size, faces.length, 'each face is asked for once');
  await sheet.getByRole('radio', { name: '邻居 · 周平（只今天）' }).check();
  await sound(p, 'departure');
  await sheet.getByRole('button', { name: '保存' }).click();
  await sheet.waitFor({ state: 'detached' });
  await p.goto(`${home}/#/children/${kid.id}`);
  await card(p, '接送人')
    .getByRole('button', { name: /显示已过期/ })
    .click();
  await card(p, '接送人').getByText('已用过').waitFor();
});

test('who must not collect is warned of, written down if it happened, and stands first on Today', async () => {
  const p = caregiver;
  await p.goto(`${home}/#/board/${kid.classId}/${day}?child=${kid.id}&open=departure`);
  const sheet = p.getByRole('dialog');
  await sheet.getByRole('radio', { name: '舅舅 · 高强（不得接走）' }).check();
  await sheet.getByRole('alert').getByText('请不要把宝宝交给这一位').waitFor();
  await sheet.getByRole('button', { name: '保存' }).click();
  await sheet.waitFor({ state: 'detached' });
  await p.goto(`${home}/#/today`);
  await p.getByText('被不得接走的人接走').waitFor();
  const first = await p.getByRole('listitem').first().textContent();
  assert.match(first, /被不得接走的人接走：高强（舅舅）/);
  await p.goto(`${home}/#/board/${kid.classId}/${day}?child=${kid.id}&open=departure`);
  await sheet.getByRole('radio', { name: '名单外的人' }).check();
  await sheet.getByText('先向监护人核实').waitFor();
  await sheet.getByLabel('姓名').fill('陌生人');
  await sheet.getByRole('button', { name: '保存' }).click();
  await sheet.waitFor({ state: 'detached' });
  await director.goto(`${home}/#/board/${kid.classId}/${day}`);
  await director.getByText('名单外', { exact: true }).waitFor();
});

test('a consent is signed on the screen, its signature seen again, and withdrawn', async () => {
  const p = director;
  await p.goto(`${home}/#/children/${kid.id}`);
  const own = card(p, '同意与协议');
  await own.getByRole('button', { name: /办理：影像使用同意/ }).click();
  const dialog = p.getByRole('dialog');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('请至少选一项同意的范围').waitFor();
  await dialog.getByText('请先告诉监护人可以拒绝').waitFor();
  await dialog.getByLabel('园内展示').check();
  await dialog.getByLabel('已说明可以不同意').check();
  await dialog.getByRole('radio', { name: '屏上签名' }).check();
  const pad = dialog.getByRole('img', { name: '签名处' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  await p.mouse.move(box.x + 40, box.y + 60);
  await p.mouse.down();
  await p.mouse.move(box.x + 200, box.y + 120, { steps: 5 });
  await p.mouse.up();
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await own.getByText('园内展示').waitFor();
  await own.getByRole('button', { name: '影像使用同意：更多' }).click();
  await p.getByRole('menuitem', { name: '撤回' }).click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await own.getByText('已撤回').waitFor();
  await own.getByRole('button', { name: '影像使用同意：更多' }).click();
  await p.getByRole('menuitem', { name: '全部记录' }).click();
  await p.getByRole('button', { name: '看签名' }).click();
  const picture = p.getByRole('img', { name: '签名.png' });
  await picture.waitFor();
  assert.ok(
    await picture.evaluate((image) => image.naturalWidth > 300 && image.complete),
    'the strokes come back as a picture',
  );
  await sound(p, 'signature');
});
