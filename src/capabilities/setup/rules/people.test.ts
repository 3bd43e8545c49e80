import { describe, expect, it } from 'vitest';
import { matchColumns, missingColumns } from './columns.ts';
import { checkPeople, positionsWithoutHolder, type Company, type Known } from './people.ts';

const place = {
  units: [{ code: 'service', title: '客户服务部' }, { code: 'works', title: '工程部' }],
  positions: [
    { code: 'agent', title: '客服人员', unit: 'service', inEveryUnit: false },
    { code: 'manager', title: '部门经理', unit: null, inEveryUnit: true },
    { code: 'director', title: '总经理', unit: null, inEveryUnit: false },
  ],
};
const header = ['姓名', ' 工号 ', '职务', '所属部门', '手机号', '邮箱'];
const mapping = matchColumns(header);
const rows = (...cells: string[][]) => ({ rows: cells.map((each, at) => ({ row: at + 2, cells: each })) });
const nobody: Company = { place, people: [] };
const known = (more: Partial<Known>): Known => ({ id: 'p1', username: 'li', name: '李敏', unit: 'service', phone: '13800000001', email: null, administrator: false, left: false, positions: [{ position: 'agent', unit: null }], ...more });

describe('the columns of a sheet', () => {
  it('are found by what personnel departments call them, whatever spaces and width', () => {
    expect(mapping).toEqual({ name: 0, username: 1, positions: 2, unit: 3, phone: 4, email: 5, administrator: null });
    expect(matchColumns(['Ｎａｍｅ', 'ACCOUNT *'])).toMatchObject({ name: 0, username: 1 });
  });
  it('that are needed and missing are named', () => {
    expect(missingColumns(matchColumns(['岗位', '部门']))).toEqual(['name', 'username']);
  });
});

describe('a sheet of people', () => {
  it('says of every row what it would do, and all that is wrong with it', () => {
    const checked = checkPeople(rows(['张敏', 'zhang', '客服人员', '', '13800000002', ''], ['', 'zhang', '厨师', '后勤部', '1.38E+10', 'x@'], ['王芳', 'wang', '部门经理', '', '', '']), mapping, nobody);
    expect(checked.map(({ is }) => is)).toEqual(['new', 'wrong', 'wrong']);
    expect(checked[0]).toMatchObject({ row: 2, meant: { username: 'zhang', positions: [{ position: 'agent', unit: null }] } });
    const why = checked.map((row) => (row.is === 'wrong' ? row.why.map(({ zh }) => zh).join('；') : ''));
    for (const part of ['没有姓名', '第 2 行重复', '没有岗位「厨师」', '没有部门「后勤部」', '1.38E+10', '不完整']) expect(why[1]).toContain(part);
    expect(why[2]).toContain('请写明部门');
  });

  it('takes several positions, and puts one that exists in every unit into the unit of the row', () => {
    const [row] = checkPeople(rows(['张敏', 'zhang', '部门经理、总经理', '工程部', '', '']), mapping, nobody);
    expect(row).toMatchObject({ is: 'new', meant: { unit: 'works', positions: [{ position: 'manager', unit: 'works' }, { position: 'director', unit: null }] } });
  });

  it('changes what it says of somebody known, and leaves what it does not say', () => {
    const company = { place, people: [known({})] };
    const [same] = checkPeople(rows(['李敏', 'LI', '', '', '', '']), mapping, company);
    expect(same).toMatchObject({ is: 'same', id: 'p1' });
    const [changed] = checkPeople(rows(['李敏', 'li', '总经理', '', '', 'li@example.com']), mapping, company);
    expect(changed).toMatchObject({ is: 'changed', changes: ['email', 'positions'], meant: { phone: '13800000001', unit: 'service' } });
  });

  it('neither brings back somebody who has left nor takes the administrator’s account', () => {
    const company: Company = { place, people: [known({ left: true })], taken: ['admin'] };
    expect(checkPeople(rows(['李敏', 'li'], ['甲', 'Admin']), mapping, company).map(({ is }) => is)).toEqual(['wrong', 'wrong']);
  });

  it('names the positions nobody holds afterwards, wrong rows not counted', () => {
    const checked = checkPeople(rows(['张敏', 'zhang', '客服人员'], ['', 'wang', '总经理']), mapping, nobody);
    expect(positionsWithoutHolder(place, [], checked)).toEqual(['部门经理', '总经理']);
    expect(positionsWithoutHolder(place, [known({ positions: [{ position: 'director', unit: null }] })], checked)).toEqual(['部门经理']);
  });
});
