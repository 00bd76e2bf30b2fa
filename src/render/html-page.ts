/**
 * HTML 页 (one file, no network): the frame that reports and documents share: A4 on paper, the reader's dark or light on the
 * screen, a phone's width by scrolling wide tables inside themselves.
 */

/** Text in its place in HTML. Everything that comes from a record goes through here. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `
:root{color-scheme:light dark;--line:#8886;--head:#8882;--paper:#fff;--ink:#1a1a1a;--faint:#555}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--ink:#e6e6e6;--faint:#aaa}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem;max-width:70rem;background:var(--paper);color:var(--ink);font:15px/1.65 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
h1{font-size:1.5rem;text-align:center;margin:.2em 0 .6em}
h2{font-size:1.15rem;margin:2em 0 .4em}
.caption{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;margin:0 0 .8rem;font-size:.85rem;color:var(--faint)}
.caption div{display:flex}.caption dt::after{content:"："}.caption dd{margin:0;overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th,td{border:1px solid var(--line);padding:.3em .6em;text-align:left;vertical-align:top;white-space:pre-line}
th{background:var(--head);font-weight:600}
td:first-child{min-width:6.5em}
.date{white-space:nowrap}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tfoot td{font-weight:600;background:var(--head)}
figure{margin:1.2rem 0;break-inside:avoid;overflow-x:auto}
figcaption{font-weight:600;margin-bottom:.3em}
figure svg{width:100%;height:auto;min-width:34rem;max-width:48rem;display:block}
.notes{font-size:.85rem;color:var(--faint);padding-left:1.4em}
@media screen and (max-width:48rem){.across td:not(.number):not(.date){min-width:8em}}
@media print{
@page{size:A4;margin:20mm 15mm}
@page across{size:A4 landscape;margin:15mm}
.across{page:across}.across figure svg{max-width:32rem}.across table{font-size:7.5pt}.across td,.across th{padding:.2em .3em}
:root{color-scheme:light;--paper:#fff;--ink:#000;--faint:#333}
body{padding:0;max-width:none;font-size:10.5pt}.number,.date{white-space:normal}
thead{display:table-header-group}tr{break-inside:avoid}.wide,figure{overflow:visible}figure svg{min-width:0}section+section{break-before:page}
}`;

/** A whole page around a body that is already HTML. */
export const htmlPage = (title: string, body: string): string =>
  `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
${body}
</body>
</html>
`;
