export * from './read-results';
export { readSocialFigures, type SocialFigure } from './social-figures';
