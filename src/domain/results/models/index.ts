export * from './grp';
export * from './sainsbury';
export * from './binomial';
export * from './overlap';
export * from './agostini';
export * from './hofmans';
export * from './beta-binomial';
export * from './metheringham';
