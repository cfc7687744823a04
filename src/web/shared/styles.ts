import { createHash } from 'node:crypto';

/**
 * The one style sheet, written into each page: a page is one request. Chrome 109 is the floor, so no nesting,
 * no `color-mix`, no container queries. Contrast of every pair of colours is at least 4.5:1, checked by axe-core.
 */
const SOURCE = `
:root{--night:#1b1f4b;--dusk:#2c3170;--amber:#e8930c;--paper:#fbf6ec;--sheet:#fffdf8;--ink:#1f1d2b;--soft:#57516a;--line:#e4d9c4;--good:#1c6136;--good-bg:#e0f1e4;--bad:#97201b;--bad-bg:#fbe6e2;--warn:#6a4300;--warn-bg:#fdecca;--calm:#33386f;--calm-bg:#e7e8f6}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;background:var(--paper)}
body{margin:0;color:var(--ink);background:var(--paper);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;overflow-wrap:break-word}
h1,h2,h3{line-height:1.2;color:var(--night);margin:0 0 .5rem;letter-spacing:-.01em}
h1{font-size:1.75rem}h2{font-size:1.3rem}h3{font-size:1.1rem}
p,ul,dl{margin:0 0 1rem}
a{color:#2b3290;text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--amber);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px}
.skip:focus{left:.5rem;top:.5rem;background:var(--sheet);padding:.75rem 1rem;z-index:2}
.wrap{max-width:46rem;margin:0 auto;padding:0 1rem}
.top{background:var(--night);color:#fff;border-bottom:4px solid var(--amber)}
.top .wrap{display:flex;align-items:center;justify-content:space-between;gap:.5rem 1rem;flex-wrap:wrap;padding-top:.5rem;padding-bottom:.5rem}
.brand{display:flex;align-items:center;gap:.6rem;min-height:48px;color:#fff;text-decoration:none;font-weight:700;font-size:1.25rem}
.brand small{display:block;font-weight:400;font-size:.85rem;color:#dcdcf0;line-height:1.25}
.brand svg{flex:none}
.who{display:flex;align-items:center;gap:.75rem;flex-wrap:wrap}
.who form{margin:0}
main{padding:0 0 3rem}
.column{padding-top:1.75rem}
main section{margin:0 0 2.25rem}
main section>:last-child{margin-bottom:0}
.bottom{border-top:1px solid var(--line);padding:1.25rem 0 2rem;color:var(--soft);font-size:.95rem}
.bottom p{margin:0 0 .5rem}
.bottom a{color:inherit;display:inline-block;padding:.7rem 0}
.lead{font-size:1.2rem;color:var(--soft)}
.soft{color:var(--soft)}
.small{font-size:.92rem}
.card{background:var(--sheet);border:1px solid var(--line);border-radius:12px;padding:1rem;margin:0 0 1rem;box-shadow:0 1px 2px rgba(27,31,75,.06)}
.card>:last-child,.slot>div>:last-child,details>.inside>:last-child,form>:last-child{margin-bottom:0}
.slot form{margin:0 0 .5rem}
form+form{padding-top:.75rem}
.edge{border-left:5px solid var(--amber)}
.done{border-left:5px solid #3f8f5b}
.lost{border-left:5px solid #c0564f}
.notice{border-radius:12px;padding:.9rem 1rem;margin:0 0 1rem;border:1px solid;background:var(--calm-bg);color:var(--calm);border-color:#c3c6e6}
.notice>:last-child{margin-bottom:0}
.notice.good{background:var(--good-bg);color:var(--good);border-color:#a9d3b5}
.notice.bad{background:var(--bad-bg);color:var(--bad);border-color:#eab8b1}
.notice.warn{background:var(--warn-bg);color:var(--warn);border-color:#efcd87}
.notice h2{color:inherit;font-size:1.1rem}
.badges{display:flex;flex-wrap:wrap;gap:.4rem;margin:0 0 .75rem;padding:0;list-style:none}
.badge{display:inline-block;border-radius:99px;padding:.12rem .7rem;font-size:.9rem;font-weight:600;background:var(--calm-bg);color:var(--calm)}
.badge.good{background:var(--good-bg);color:var(--good)}
.badge.bad{background:var(--bad-bg);color:var(--bad)}
.badge.warn{background:var(--warn-bg);color:var(--warn)}
.button,button{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:.5rem 1.15rem;border-radius:10px;border:2px solid var(--night);background:var(--night);color:#fff;font:inherit;font-weight:650;text-decoration:none;cursor:pointer;text-align:center}
.button:hover,button:hover{background:var(--dusk)}
.button.quiet,button.quiet{background:transparent;color:var(--night)}
.button.quiet:hover,button.quiet:hover{background:var(--calm-bg)}
.top button.quiet{color:#fff;border-color:#9aa0d8}
.top button.quiet:hover{background:var(--dusk)}
.actions{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin:0 0 .75rem}
.actions form{margin:0}
label{display:block;font-weight:600;margin:0 0 .25rem;padding:0}
.hint{font-weight:400;color:var(--soft);font-size:.92rem;margin:0 0 .35rem}
input[type=text],input[type=password],input[type=time],input[type=date],select{width:100%;max-width:24rem;min-height:48px;padding:.5rem .75rem;font:inherit;color:var(--ink);background:#fff;border:2px solid #8b84a3;border-radius:10px}
input[type=file]{max-width:100%;min-height:48px;font:inherit}
input.code{text-transform:uppercase;letter-spacing:.15em;max-width:9rem}
.field{margin:0 0 1rem}
.pair{display:flex;gap:1rem;flex-wrap:wrap}
.pair .field{flex:1 1 9rem}
details{margin:0 0 .75rem}
summary{min-height:48px;display:flex;align-items:center;gap:.5rem;cursor:pointer;font-weight:600;color:#2b3290;list-style:none}
summary::-webkit-details-marker{display:none}
summary::before{content:"";flex:none;width:.5rem;height:.5rem;border:solid currentColor;border-width:0 2px 2px 0;transform:rotate(-45deg);margin:0 .15rem}
details[open]>summary::before{transform:rotate(45deg)}
details>.inside{padding:.25rem 0 .5rem}
.read{background:#fff;border:1px solid var(--line);border-radius:10px;padding:.9rem 1rem;font-size:1.2rem;line-height:1.65;white-space:pre-line}
audio{width:100%;max-width:30rem;height:54px;display:block;margin:0 0 .75rem}
section>h2{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline;border-bottom:2px solid var(--line);padding-bottom:.4rem;margin-bottom:1rem}
section>h2 .soft{font-size:1rem;font-weight:400}
.dayname{font-weight:700;margin:0 0 .6rem}
.when{font-size:1.25rem;font-weight:700;color:var(--night);margin:0 0 .15rem}
/*public*/
.grid{display:grid;gap:1rem;margin:0;padding:0;list-style:none}
.grid .card{margin:0;height:100%}
.door{display:block;min-height:48px;text-decoration:none;color:inherit;border-top:4px solid var(--amber)}
.door strong{display:block;font-size:1.15rem;color:var(--night);margin:0 0 .25rem}
.door:hover strong{text-decoration:underline}
.hero{background:var(--night);color:#fff;padding:2.25rem 0 2.5rem;background-image:radial-gradient(circle at 78% 118%,rgba(232,147,12,.85) 0,rgba(232,147,12,.25) 28%,rgba(27,31,75,0) 55%)}
.hero h1{color:#fff;font-size:2.1rem;max-width:22ch}
.hero p{max-width:40rem;font-size:1.15rem;color:#f3f1fb;margin:0 0 1.25rem}
.hero p:last-child{margin:0}
.hero .ring{display:inline-block;background:var(--amber);color:var(--night);border-radius:12px;padding:.7rem 1.1rem;text-decoration:none;line-height:1.35;max-width:100%}
.ring strong{display:block;font-size:1.5rem;letter-spacing:.02em}
.call{background:var(--night);color:#fff;border-radius:12px;padding:1.1rem 1.15rem;margin:0 0 1.5rem}
.call h2,.card>h2{border:0;padding:0;margin-bottom:.5rem}
.call h2,.call a{color:#fff}
.call .number{display:inline-block;font-size:1.6rem;font-weight:700;min-height:48px;padding:.35rem 0;letter-spacing:.02em}
.call>:last-child{margin-bottom:0}
.prose{font-size:1.15rem;line-height:1.65;white-space:pre-line}
.act{border-left:5px solid var(--amber);background:var(--warn-bg);border-radius:0 12px 12px 0;padding:1rem;font-size:1.2rem;font-weight:600;color:#4b3000;margin:0 0 1.5rem;white-space:pre-line}
.tabs{display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 1.5rem;padding:0;list-style:none}
.tabs a,.tabs span{display:inline-flex;align-items:center;min-height:48px;padding:0 1rem;border-radius:99px;border:2px solid var(--night);text-decoration:none;font-weight:600;color:var(--night)}
.tabs [aria-current]{background:var(--night);color:#fff}
.list{list-style:none;padding:0}
.post img,.post video{display:block;width:100%;height:auto;border-radius:8px;margin:0 0 .75rem;background:var(--line)}
.post video{max-height:34rem;background:#12153a}
.top nav{display:flex;flex-wrap:wrap;gap:0 .25rem;margin:0 -.6rem}
.top nav a{color:#fff;min-height:48px;display:inline-flex;align-items:center;padding:0 .6rem}
.wide{max-width:62rem}
h1.headline{margin-bottom:1.1rem}
@media (min-width:40rem){.grid{grid-template-columns:1fr 1fr}.hero h1{font-size:2.7rem}}
/*everywhere*/
.rows{list-style:none;margin:0 0 1.25rem;padding:0;background:var(--sheet);border:1px solid var(--line);border-radius:12px}
.rows>li{padding:.8rem 1rem;border-top:1px solid var(--line)}
.rows>li:first-child{border-top:0}
.rows p,.rows .badges,.rows h3{margin-bottom:.25rem}
.rows .dayname{margin-bottom:.6rem}
.when{font-size:1.1rem}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0 0 1.5rem;padding:0;list-style:none;font-weight:600}
@media (min-width:40rem){h1{font-size:2.1rem}.card{padding:1.25rem}.slot{display:grid;grid-template-columns:10.5rem 1fr;gap:0 1.25rem}}
@media print{.top form,.actions,audio{display:none}body{background:#fff}}
`;

/** The style sheet as it stands in the page. */
export const STYLE = SOURCE.replace(/\/\*\w+\*\/|\n/g, '').trim();

/** The same without what only the public pages show: the stations' line is the weakest. */
export const LEAN_STYLE = SOURCE.replace(/\/\*public\*\/[\s\S]*?\/\*everywhere\*\/|\n/g, '').trim();

/** How the content security policy names a style sheet that it lets through. */
export function styleSource(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
