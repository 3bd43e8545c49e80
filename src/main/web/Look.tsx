import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactElement, ReactNode } from 'react';
import { useLanguage } from '#ui/index.ts';

const FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

/** The look of the product: dense, grey, one blue; red is kept for overdue. The calendar and its words follow the reader's language. */
export function Look({ children }: { children: ReactNode }): ReactElement {
  const { language } = useLanguage();
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} componentSize="small" button={{ autoInsertSpace: false }} theme={{
      token: { colorPrimary: '#1554ad', colorLink: '#1554ad', colorError: '#8a4b00', fontSize: 14, fontFamily: FONT, borderRadius: 4, wireframe: false, colorText: '#1f1f1f', colorTextSecondary: '#525252', colorTextPlaceholder: '#6b6b6b' },
      components: { Table: { cellPaddingBlockSM: 6 }, Tabs: { horizontalMargin: '0 0 8px 0' } },
    }}>
      <App className="app">{children}</App>
    </ConfigProvider>
  );
}
