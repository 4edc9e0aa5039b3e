import { accounts } from '../world/account.ts';

const hiddenSites = accounts
  .map(({ name }) => `form:not(:has(#account-${name}:checked)) .sites-${name}{display:none}`)
  .join('\n');

/** The look of the sandbox's two pages, light and dark by system. */
export const consentStyle = `
:root{color-scheme:light dark;--ground:#f4f5f7;--card:#fff;--ink:#172b4d;--soft:#505f79;--line:#c1c7d0;--accent:#0052cc;--on-accent:#fff;--warn:#fff3d6;--warn-ink:#5c3b00}
@media(prefers-color-scheme:dark){:root{--ground:#161a1d;--card:#22272b;--ink:#dee4ea;--soft:#9fadbc;--line:#454f59;--accent:#85b8ff;--on-accent:#161a1d;--warn:#3b2b05;--warn-ink:#f8dfa5}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
.banner{margin:0;padding:.6rem 1rem;background:var(--warn);color:var(--warn-ink);text-align:center}
main{width:min(30rem,calc(100% - 2rem));margin:2rem auto;padding:2rem;background:var(--card);border:1px solid var(--line);border-radius:12px}
h1{margin:0 0 .25rem;font-size:1.35rem;line-height:1.3}
.lead{margin:0 0 1.5rem;color:var(--soft)}
.problem{padding:.6rem .8rem;background:var(--warn);color:var(--warn-ink);border-radius:8px}
fieldset{margin:0 0 1.25rem;padding:0;border:0}
legend{padding:0 0 .4rem;font-weight:600}
.choice{display:flex;gap:.75rem;align-items:center;padding:.6rem .8rem;margin-bottom:.4rem;border:1px solid var(--line);border-radius:8px;cursor:pointer}
.choice:has(:checked){border-color:var(--accent)}
.choice span{display:flex;flex-direction:column;line-height:1.3}
.choice input{width:1.1rem;height:1.1rem;accent-color:var(--accent)}
small,code{color:var(--soft);font-size:.85rem}
details{margin-bottom:1.5rem}
summary{cursor:pointer}
ul{margin:.5rem 0 0;padding-left:1.2rem}
.buttons{display:flex;gap:.75rem}
button{flex:1;padding:.7rem 1rem;font:inherit;font-weight:600;color:var(--ink);background:transparent;border:1px solid var(--line);border-radius:8px;cursor:pointer}
.accept{color:var(--on-accent);background:var(--accent);border-color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
${hiddenSites}`;
