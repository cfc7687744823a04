export { createPublicRoutes, type PublicExtras } from './routes';
export { type WallEntry } from './wall';
