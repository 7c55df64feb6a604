/*
 * Puts a button onto a page that opens a portal: <script src="https://…/p/acme/embed.js" async></script>
 * data-label and data-colour say otherwise what it says and how it looks. Nothing comes from elsewhere, and nothing is kept.
 */
(() => {
  const script = document.currentScript;
  if (!script || typeof HTMLDialogElement === 'undefined') return;
  const portal = new URL(script.src.replace(/\/embed\.js.*$/, ''));
  const labels = { de: 'Hilfe', en: 'Help', es: 'Ayuda', fr: 'Aide', it: 'Aiuto', pt: 'Ajuda' };
  const closes = { de: 'Schließen', en: 'Close', es: 'Cerrar', fr: 'Fermer', it: 'Chiudi', pt: 'Fechar' };
  const languages = [document.documentElement.lang, ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
  const lang = languages.find((tag) => tag in labels) || 'en';
  const label = script.dataset.label || labels[lang];
  const colour = /^#[0-9a-f]{6}$/i.test(script.dataset.colour || '') ? script.dataset.colour : '#0b6f88';
  const make = (tag, style, parts = {}) => {
    const made = Object.assign(document.createElement(tag), parts);
    made.style.cssText = style;
    return made;
  };
  const text = 'font:600 16px/1 system-ui,sans-serif;cursor:pointer;border:0;';
  const button = make('button', `${text}position:fixed;right:20px;bottom:20px;z-index:2147483000;min-height:48px;padding:14px 24px;border-radius:24px;background:${colour};color:#fff;box-shadow:0 4px 16px rgb(0 0 0/25%)`, { type: 'button', textContent: label });
  button.setAttribute('aria-haspopup', 'dialog');
  const dialog = make('dialog', 'padding:0;border:0;border-radius:14px;overflow:hidden;width:min(30rem,100vw);height:min(46rem,100dvh);max-width:100vw;max-height:100dvh;box-shadow:0 8px 48px rgb(0 0 0/40%)');
  dialog.setAttribute('aria-label', label);
  const close = make('button', `${text}position:absolute;right:10px;top:16px;width:44px;height:44px;border-radius:22px;background:#fff;color:#1b2128;font-size:22px;box-shadow:0 1px 6px rgb(0 0 0/30%)`, { type: 'button', textContent: '×' });
  close.setAttribute('aria-label', closes[lang]);
  close.onclick = () => dialog.close();
  let frame;
  button.onclick = () => {
    if (!frame) {
      frame = make('iframe', 'display:block;width:100%;height:100%;border:0', { title: label, referrerPolicy: 'no-referrer' });
      frame.src = `${portal.href}?embed=1&lang=${lang}`;
      dialog.append(close, frame);
    }
    dialog.showModal();
  };
  dialog.onclose = () => button.focus();
  dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
  addEventListener('message', (event) => {
    if (frame && event.source === frame.contentWindow && event.data === 'deskhand:close') dialog.close();
  });
  const show = () => document.body.append(button, dialog);
  if (document.body) show(); else addEventListener('DOMContentLoaded', show);
})();
