/** The bundler takes the style sheets out into a file of their own; importing one gives nothing. */
declare module "*.css";
