export { createSmsRoutes } from './inbound';
export { sign } from './signature';
