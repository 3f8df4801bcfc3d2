/**
 * What a reader may set for this device (阅读设置). The key is the data attribute on <html>;
 * the first option is the default and sets nothing.
 */
export const readingSettings = {
  size: { label: '字号', options: { '': '标准', large: '大字', huge: '特大' } },
  theme: { label: '底色', options: { '': '跟随系统', light: '亮色', dark: '暗色' } },
  contrast: { label: '对比', options: { '': '标准', high: '高对比' } },
  view: { label: '页面', options: { '': '完整', simple: '简洁' } },
} as const;
export type ReadingSetting = keyof typeof readingSettings;

/** Where the settings are kept on the device; nothing is ever sent. */
export const storageKey = 'reading';

/** The stored text as valid settings; anything unknown is dropped. */
export function parseSettings(stored: string | null): Partial<Record<ReadingSetting, string>> {
  let value: unknown;
  try {
    value = JSON.parse(stored ?? '{}');
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key, option]) =>
        key in readingSettings &&
        typeof option === 'string' &&
        option in readingSettings[key as ReadingSetting].options,
    ),
  );
}

/**
 * Runs in the head before anything is painted, so that large type and dark do not flash.
 * Kept as text: it is printed into each page and its hash stands in the content security policy.
 */
export const restoreScript = `try{var s=JSON.parse(localStorage.getItem('${storageKey}'))||{},k;for(k of ['${Object.keys(readingSettings).join("','")}'])if(s[k])document.documentElement.dataset[k]=s[k]}catch(e){}`;
