import type { SheetOf } from '../columns.ts';

export const CUSTOMER_SHEETS = ['customers', 'houses', 'devices'] as const;
export type CustomerSheetName = (typeof CUSTOMER_SHEETS)[number];
export const CUSTOMER_COLUMNS = ['name', 'phone', 'address', 'community', 'code', 'use', 'account', 'occupancy', 'handedOver', 'parts', 'key', 'device', 'model', 'serial', 'software', 'boughtOn', 'installedOn', 'warrantyUntil'] as const;
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number];

const heads: SheetOf<CustomerColumn>['heads'] = {
  name: ['姓名', '客户姓名', '客户名称', '客户', '业主', '业主姓名', '户主', '单位名称', 'name', 'customer', 'owner'],
  phone: ['电话', '联系电话', '手机', '手机号', '手机号码', '客户电话', 'phone', 'mobile', 'telephone'],
  address: ['地址', '联系地址', '通讯地址', 'address'],
  community: ['项目', '小区', '社区', '楼盘', '门店', '网点', '片区', '服务站', 'project', 'community', 'branch', 'area'],
  code: ['房号', '房间号', '房屋编号', '室号', '铺位号', '安装地点', 'room', 'home', 'unit', 'place'],
  use: ['用途', '房屋用途', '用户类别', '类别', 'use', 'class'],
  account: ['户号', '用户编号', '燃气户号', 'account', 'account number'],
  occupancy: ['状态', '入住状态', '装修状态', 'occupancy', 'state'],
  handedOver: ['交付日', '交付日期', '交房日期', '入伙日期', 'handed over', 'delivery date'],
  parts: ['保修', '保修期', '保修到', '各部位保修', 'warranty', 'warranties'],
  key: ['重点客户', '重点', 'VIP', 'key customer', 'key'],
  device: ['设备名称', '名称', '产品名称', '品名', 'device', 'product'],
  model: ['型号', '规格型号', '设备型号', 'model'],
  serial: ['出厂编号', '序列号', '机号', '表号', '编号', 'serial', 'serial number'],
  software: ['软件版本', '校验软件版本', 'software', 'software version'],
  boughtOn: ['购买日', '购买日期', '销售日期', 'bought', 'purchase date'],
  installedOn: ['安装日', '安装日期', '安装调试日期', '调试日期', 'installed', 'installation date'],
  warrantyUntil: ['三包到', '三包期', '三包期至', '保修到', '保修截止', 'warranty until'],
};

/** A household a line is enough: its home comes with it. Homes and devices may also come by themselves. */
export const SHEETS: Readonly<Record<CustomerSheetName, SheetOf<CustomerColumn>>> = {
  customers: { columns: ['name', 'phone', 'address', 'community', 'code', 'use', 'account', 'handedOver', 'parts', 'key'], needed: ['name'], heads },
  houses: { columns: ['community', 'code', 'use', 'account', 'occupancy', 'handedOver', 'parts', 'name', 'phone'], needed: ['code'], heads },
  devices: { columns: ['device', 'model', 'serial', 'software', 'name', 'phone', 'community', 'code', 'boughtOn', 'installedOn', 'warrantyUntil'], needed: ['device'], heads },
};

/** Headers and three examples of each template; a row is as long as its sheet's columns. */
export const TEMPLATES: Readonly<Record<CustomerSheetName, { readonly zh: string; readonly header: readonly string[]; readonly examples: readonly (readonly string[])[] }>> = {
  customers: {
    zh: '客户', header: ['姓名', '电话', '地址', '项目', '房号', '用途', '户号', '交付日期', '保修', '重点客户'],
    examples: [
      ['王小明', '13800000001', '', '东苑', '3-2-1201', '住宅', '', '2024-05-01', '防水 2029-05-01；外窗 2026-05-01', ''],
      ['华中机械厂（设备科）', '027-88886666', '工业路 66 号', '', '', '', '', '', '', '是'],
      ['李静', '13800000002', '', '西苑', '5-1-0702', '商铺', '10023841', '2023-11-20', '', ''],
    ],
  },
  houses: {
    zh: '房屋', header: ['项目', '房号', '用途', '户号', '状态', '交付日期', '保修', '业主', '电话'],
    examples: [
      ['东苑', '3-2-1201', '住宅', '', '已入住', '2024-05-01', '防水 2029-05-01', '王小明', '13800000001'],
      ['东苑', '3-2-1202', '住宅', '', '未入住', '', '', '', ''],
      ['西苑', '5-1-0702', '商铺', '10023841', '装修中', '2023-11-20', '', '李静', '13800000002'],
    ],
  },
  devices: {
    zh: '设备', header: ['设备名称', '型号', '出厂编号', '软件版本', '客户', '电话', '项目', '房号', '购买日期', '安装日期', '三包到'],
    examples: [
      ['壁挂炉', 'B-24', '24-00317', '', '王小明', '13800000001', '东苑', '3-2-1201', '2024-06-01', '2024-06-03', '2027-06-02'],
      ['三坐标测量机', 'CM-8', 'CM8-1182', 'V5.2', '华中机械厂（设备科）', '027-88886666', '', '', '2025-03-10', '2025-03-20', '2026-03-19'],
      ['燃气表', 'G4', '88231047', '', '李静', '', '西苑', '5-1-0702', '', '2023-11-25', ''],
    ],
  },
};
