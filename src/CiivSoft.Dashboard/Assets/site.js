// What the pages need before or beside their connection: the theme, and a way to reload.
(() => {
  const root = document.documentElement;
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

  addEventListener('click', event => {
    const target = event.target.closest('[data-theme-toggle], [data-reload]');
    if (!target) {
      return;
    }

    if (target.hasAttribute('data-reload')) {
      location.reload();
      return;
    }

    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : systemIsDark.matches;
    const theme = isDark ? 'light' : 'dark';
    root.dataset.theme = theme;
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
  });
})();
