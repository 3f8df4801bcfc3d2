export interface Corrected {
  title: string;
  url: string;
  /** When the page last changed: its version. */
  updated?: string | undefined;
}

/** A letter to the operator about an error (纠错), with page, address and version filled in. */
export function correctionLink(email: string, { title, url, updated }: Corrected): string {
  const body = [
    `页面：${title}`,
    `网址：${url}`,
    ...(updated ? [`版本：${updated}更新`] : []),
    '哪里不对：',
    '应该是（请附依据）：',
  ];
  const field = (text: string) => encodeURIComponent(text);
  return `mailto:${email}?subject=${field(`纠错：${title}`)}&body=${field(body.join('\r\n'))}`;
}
