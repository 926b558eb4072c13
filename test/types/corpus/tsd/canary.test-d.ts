import { expectType } from 'tsd';

// Wrong on purpose: whoever does not report this line has not looked.
expectType<number>('a string');
