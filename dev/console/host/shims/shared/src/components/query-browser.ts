import { notOffered } from '../../../NotOffered';

export const QueryBrowser = notOffered('QueryBrowser');
