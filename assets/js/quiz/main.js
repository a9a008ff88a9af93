/** A round of questions: a bundle of its own, loaded when a reader first tests herself. */
import { offerQuiz } from '../quiz-loader.js';
import { createPlayer } from './player.js';

offerQuiz(createPlayer);
