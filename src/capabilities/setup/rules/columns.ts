/** A sort of sheet: what its rows may say, without what a row means nothing, and how such sheets head their columns. */
export interface SheetOf<C extends string> { readonly columns: readonly C[]; readonly needed: readonly C[]; readonly heads: Readonly<Record<C, readonly string[]>> }
/** Where in the sheet each column stands, counted from 0; null = nowhere. */
export type MappingOf<C extends string> = Readonly<Record<C, number | null>>;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s*＊:：()（）]/g, '');

/** Finds the columns by their heads; spaces, width of letters and case make no difference. Of two that fit the first counts. */
export function columnsIn<C extends string>(sheet: SheetOf<C>, header: readonly string[]): MappingOf<C> {
  const heads = header.map(plain);
  const found = sheet.columns.map((column) => {
    const at = heads.findIndex((head) => sheet.heads[column].some((each) => plain(each) === head));
    return [column, at < 0 ? null : at] as const;
  });
  return Object.fromEntries(found) as Record<C, number | null>;
}

/** Which of the needed columns a sheet does not have. */
export const lackingIn = <C extends string>(sheet: SheetOf<C>, mapping: MappingOf<C>): readonly C[] => sheet.needed.filter((column) => mapping[column] === null);

/** What a sheet of people may say of each. */
export const COLUMNS = ['name', 'username', 'positions', 'unit', 'phone', 'email', 'administrator'] as const;
export type Column = (typeof COLUMNS)[number];
export type Mapping = MappingOf<Column>;

export const PEOPLE: SheetOf<Column> = {
  columns: COLUMNS, needed: ['name', 'username'],
  heads: {
    name: ['姓名', '名字', '员工姓名', 'name', 'full name'],
    username: ['账号', '帐号', '用户名', '登录名', '工号', '员工编号', 'account', 'username', 'user name', 'login'],
    positions: ['岗位', '职务', '职位', '岗位名称', 'position', 'positions', 'job', 'title'],
    unit: ['部门', '所属部门', '科室', 'unit', 'department'],
    phone: ['手机', '手机号', '手机号码', '电话', '联系电话', 'phone', 'mobile', 'telephone'],
    email: ['邮箱', '电子邮箱', '邮件', 'email', 'e-mail', 'mail'],
    administrator: ['管理员', '是否管理员', 'administrator', 'admin'],
  },
};

export const matchColumns = (header: readonly string[]): Mapping => columnsIn(PEOPLE, header);
export const missingColumns = (mapping: Mapping): readonly Column[] => lackingIn(PEOPLE, mapping);
