import {
  type ConvertCSSVariablesInput,
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import type { Plugin } from 'vite';
import { cssVariables, theme } from '../src/app/theme.ts';

const ID = 'virtual:theme.css';

/** Keeps only what differs from the defaults, which Mantine's own stylesheet already holds. */
function changed(part: Record<string, string>, defaults: Record<string, string>) {
  return Object.fromEntries(Object.entries(part).filter(([name, value]) => defaults[name] !== value));
}

function themeVariables() {
  const defaults = defaultCssVariablesResolver(DEFAULT_THEME);
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const base = defaultCssVariablesResolver(merged);
  const own = cssVariables(merged);
  const input: ConvertCSSVariablesInput = {
    variables: changed({ ...base.variables, ...own.variables }, defaults.variables),
    light: changed({ ...base.light, ...own.light }, defaults.light),
    dark: changed({ ...base.dark, ...own.dark }, defaults.dark),
  };
  return convertCssVariables(input);
}

/**
 * Writes the theme as a stylesheet at build time. Mantine would otherwise put it into a <style>
 * element at run time, which `style-src 'self'` refuses.
 */
export function themeCss(): Plugin {
  return {
    name: 'theme-css',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) => (id === `\0${ID}` ? themeVariables() : undefined),
  };
}
