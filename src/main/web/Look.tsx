import { App, ConfigProvider, theme as themes, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { COLOURS, useLanguage, useLook, type Shade } from '#ui/index.ts';

/** The library's parts take the face of the page, which follows the language. */
const FONT = 'inherit';

/** From this the library's dark palette makes a blue that can be read on black; its own default cannot. */
const DARK_SEED = '#8ab8ff';

/** The look of the product: dense, grey, one blue; red is kept for overdue. The calendar and its words follow the reader's language. */
export function Look({ children }: { children: ReactNode }): ReactElement {
  const { language } = useLanguage();
  const { shade, size } = useLook();
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  const theme = useMemo(() => themeOf(shade, size === 'large'), [shade, size]);
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} componentSize="small" button={{ autoInsertSpace: false }} theme={theme}>
      <App className="app">{children}</App>
    </ConfigProvider>
  );
}

function themeOf(shade: Shade, large: boolean): ThemeConfig {
  const colours = COLOURS[shade];
  const seed = shade === 'dark' ? DARK_SEED : colours.brand;
  return {
    algorithm: shade === 'dark' ? themes.darkAlgorithm : themes.defaultAlgorithm,
    token: {
      // Nothing glides: on an old office computer every opening list would cost a quarter of a second, eighty calls a day.
      motion: false,
      colorPrimary: seed, colorLink: seed, colorError: colours.warn, fontSize: large ? 16 : 14, controlHeight: large ? 36 : 32, fontFamily: FONT, borderRadius: 4, wireframe: false,
      colorText: colours.ink, colorTextSecondary: colours.quiet, colorTextDescription: colours.quiet, colorTextPlaceholder: shade === 'dark' ? '#9a9a9a' : '#6b6b6b', colorTextDisabled: shade === 'dark' ? '#8f8f8f' : '#737373',
    },
    components: {
      Table: { cellPaddingBlockSM: 6 },
      Tabs: { horizontalMargin: '0 0 8px 0' },
      Button: { colorPrimary: colours['brand-fill'], colorPrimaryHover: '#1d66cc', colorPrimaryActive: '#0f4187', defaultHoverColor: colours.brand, defaultHoverBorderColor: colours.brand, defaultActiveColor: colours.brand, primaryShadow: 'none', defaultShadow: 'none' },
      Badge: { colorBgContainer: colours['brand-on'] },
    },
  };
}
