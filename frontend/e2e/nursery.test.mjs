// The nursery's own papers: the profile in sections, a change that is to be
// registered again, rooms, and a paper from missing to scanned.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fits, open, page, sizes, sound } from './browser.mjs';
import { folder, serve, yayuan } from './server.mjs';

const day = '2026-11-23';

let browser;
let place;
let server;
let home;
let p;

const enter = async (opened) => {
  await opened.goto(home);
  await opened.getByLabel('用户名').fill('demo');
  await opened.getByLabel('密码', { exact: true }).fill('yayuan-demo');
  await opened.getByRole('button', { name: '登录' }).click();
  await opened.getByRole('heading', { name: '今日' }).waitFor();
};

const press = (name) => p.getByRole('button', { name, exact: true }).click();
const tab = (name) => p.getByRole('tab', { name, exact: true }).click();
const look = async (opened, name) => {
  await sound(opened, name);
  await fits(opened, name);
  if (process.env.SHOTS) await opened.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
};

before(async () => {
  place = folder();
  const options = ['--children', '40', '--days', '2', '--until', day];
  yayuan('demo', '--data', place.data, '--key-file', place.key, ...options);
  server = serve(place, `${day}T10:00:00+08:00`);
  home = await server.address;
  browser = await open();
  p = await page(browser);
  await enter(p);
});

after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

test('free places are told, and a change of what is registered opens an item', async () => {
  await p.goto(`${home}/#/settings/nursery?field=registeredPlaces`);
  await p.getByText('空余', { exact: true }).waitFor();
  const field = p.getByLabel('备案托位');
  await field.waitFor();
  assert.ok(await field.evaluate((input) => input === document.activeElement), 'a link goes to its field');
  await look(p, 'nursery-service');
  await field.fill('80');
  await p.getByText('这次改动了备案事项').waitFor();
  await look(p, 'nursery-tells');
  await press('保存');
  await p.getByText('机构信息已保存').waitFor();
  for (const section of ['登记备案', '负责人与联系', '场所', '开放时间']) {
    await p.getByRole('radio', { name: section }).check();
    await look(p, `nursery-${section}`);
  }
  await tab('变更备案');
  await p.getByText('70', { exact: true }).waitFor();
  await look(p, 'changes');
  await press('已办理，填编号');
  await press('保存');
  await p.getByText('请填写回执或受理编号。').waitFor();
  await p.getByLabel('回执或受理编号').fill('拱备变 2026-7');
  await press('保存');
  await p.getByText('没有要办的变更').waitFor();
  await p.getByText('编号 拱备变 2026-7').waitFor();
});

test('the legal person’s number is opened with a reason and kept out of sight', async () => {
  await p.goto(`${home}/#/settings/nursery?field=legalPersonId`);
  await p.getByLabel('法定代表人证件号码').fill('330102198503120022');
  await press('保存');
  await p.getByText('已登记并加密').waitFor();
  assert.equal(await p.getByLabel('法定代表人证件号码').inputValue(), '');
  await press('打开查看');
  await p.getByLabel('原因').fill('备案');
  await p.getByRole('dialog').getByRole('button', { name: '打开查看' }).click();
  await p.getByText('330102198503120022').waitFor();
  await p.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
});

test('a room is added at another address', async () => {
  await tab('场地');
  await p.getByText('保健观察室', { exact: true }).first().waitFor();
  await look(p, 'rooms');
  await press('添加另一处场地');
  await p.getByLabel('场地名称').fill('二部');
  await p.getByLabel('详细地址').fill('桥西路 2 号');
  await look(p, 'site-dialog');
  await press('保存');
  const site = p.locator('section').filter({ has: p.getByRole('heading', { name: '二部' }) });
  await site.getByRole('button', { name: '添加房间' }).click();
  await p.getByLabel('房间名称').fill('小橡果教室');
  await p.getByLabel('面积（平方米）').fill('62.5');
  await look(p, 'room-dialog');
  await press('保存');
  await site.getByText('小橡果教室').waitFor();
  await site.getByText('62.50').waitFor();
});

test('a paper that is due is renewed, scanned and no longer waits', async () => {
  await tab('证照');
  const row = (name) => p.getByRole('table', { name: '证照' }).getByRole('row').filter({ hasText: name });
  await row('责任保险单').getByText('快到期').waitFor();
  await look(p, 'papers');
  await row('责任保险单').click();
  await look(p, 'paper-sheet');
  await press('续期');
  await p.getByLabel('编号').fill('P-2026-200');
  await p.getByLabel('起始日期').fill('2026-12-12');
  await p.getByLabel('有效期至').fill('2027-12-11');
  await look(p, 'paper-dialog');
  await press('保存');
  await row('P-2026-200').getByText('尚未生效').waitFor();
  await row('P-2025-126').getByText('有效', { exact: true }).waitFor();
  await row('P-2026-200').click();
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await p.locator('dialog input[type=file]').setInputFiles({
    name: '保单.png',
    mimeType: 'image/png',
    buffer: Buffer.from(png, 'base64'),
  });
  await p.getByAltText('扫描件 保单.png').waitFor();
  await look(p, 'paper-scan');
  await p.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await p.locator('dialog').waitFor({ state: 'detached' });
});

test('fits a phone and the dark', async () => {
  const phone = await page(browser, { size: sizes.phone, colorScheme: 'dark' });
  await enter(phone);
  for (const [hash, shows] of [
    ['nursery', '空余'],
    ['nursery?field=hours', '周日'],
    ['rooms', '小橡果教室'],
    ['papers', '责任保险单'],
    ['changes', '已办结'],
  ]) {
    await phone.goto(`${home}/#/settings/${hash}`);
    await phone.getByText(shows).first().waitFor();
    await look(phone, `phone-${hash.replace(/\W/g, '-')}`);
  }
  await phone.context().close();
});
